package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.staff.persona.Shift;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.part.VirtualCardSlot;
import dev.kioskguard.sim.story.part.VirtualPages;
import dev.kioskguard.sim.story.part.VirtualTime;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What goes on around the machine: what is seen, what breaks, who comes. */
final class VirtualBranch implements Stage.Branch {

    private static final Set<String> BLINDING = Set.of("covered", "dark", "frozen", "unplugged");

    /** How long a neighbour's word counts. */
    private static final Duration STOP_LIFE = Duration.ofHours(24);

    private final VirtualTime time;
    private final VirtualGuard guard;
    private final Things things;
    private final Set<Signal> holding = EnumSet.noneOf(Signal.class);
    private final VirtualStaff staff;
    private int words;

    /** What can break, and who is called. */
    record Things(
            VirtualScreen screen, VirtualCardSlot slot, VirtualBank bank, VirtualVisits visits, VirtualPages pages) {}

    VirtualBranch(VirtualTime time, VirtualGuard guard, Things things) {
        this.time = time;
        this.guard = guard;
        this.things = things;
        this.staff = new VirtualStaff(time, things.pages(), this::carryOut);
    }

    @Override
    public void sees(Set<Signal> signals) {
        for (Signal signal : Signal.values()) {
            boolean holds = signals.contains(signal);
            if (holds != holding.contains(signal)) {
                changed(signal, holds);
            }
        }
    }

    private void changed(Signal signal, boolean holds) {
        if (holds) {
            holding.add(signal);
        } else {
            holding.remove(signal);
        }
        guard.take(at -> new GuardEvent.SignalChanged(at, signal, holds));
    }

    @Override
    public void camera(String fault) {
        boolean blind = BLINDING.contains(fault);
        if (blind != holding.contains(Signal.CAMERA_BLIND)) {
            changed(Signal.CAMERA_BLIND, blind);
        }
    }

    @Override
    public void play(String clip) {
        throw new StoryFailedException("a clip is played in real time only; write the signals it shows (sightings), "
                + "or play the story with --real-time");
    }

    @Override
    public void suffer(String device, Fault fault, @Nullable Duration duration) {
        boolean broken = fault != Fault.NONE && fault != Fault.SLOW;
        switch (device) {
            case "speaker" -> things.screen().suffer(fault);
            case "screen" -> things.screen().attach(!broken);
            case "card-reader" -> things.slot().jam(broken);
            case "camera" -> camera(broken ? "unplugged" : "none");
            case "network" -> {
                things.bank().hostDown(broken);
                things.pages().reachable(!broken);
            }
            case "broker" -> things.pages().reachable(!broken);
            case "host" -> things.bank().hostDown(broken);
            case "disk" -> guard.disk().suffer(broken ? Disk.Fault.FULL : Disk.Fault.NONE);
            default -> {
                // Neither lights nor pad come between a transfer and its end; the pad answers to the PIN step.
            }
        }
        if (duration != null && fault != Fault.NONE) {
            time.in(duration, () -> suffer(device, Fault.NONE, null));
        }
    }

    @Override
    public void staff(Stage.Word word) {
        String transfer = things.bank().book().last().id;
        if (!things.pages().isRaised(transfer)) {
            throw new StoryFailedException("nobody was called, so nobody comes: no page was raised");
        }
        things.pages().happened(transfer, Happening.TAKEN);
        if (word.action().equals("acknowledge")) {
            return;
        }
        var action = StaffWord.Action.valueOf(word.action().toUpperCase(Locale.ROOT));
        @Nullable String code = word.code() == null ? things.screen().shown().code() : word.code();
        var said = new StaffWord("a-" + ++words, word.by(), action, code, word.reason());
        Optional<Reply> reply = guard.take(at -> new GuardEvent.StaffSpoke(at, transfer, said));
        if (reply.isPresent() && reply.get() instanceof Reply.Declined declined) {
            throw new StoryFailedException("the guard declines: " + declined.why());
        }
        if (action == StaffWord.Action.ESCALATE) {
            things.pages().happened(transfer, Happening.MORE_WANTED);
        }
    }

    @Override
    public void neighbourStopped(String card, String machine, Duration ago) {
        guard.take(at -> {
            Instant stopped = at.minus(ago);
            return new GuardEvent.NeighbourStopped(
                    at, VirtualVisits.amongNeighbours(card), machine, stopped, stopped.plus(STOP_LIFE));
        });
    }

    @Override
    public void onDuty(Shift shift, BooleanSupplier deceived) {
        staff.onDuty(shift, deceived);
    }

    private boolean carryOut(Shift.Deed deed) {
        if (!things.pages().isOpen(deed.page())) {
            return true;
        }
        if (deed.wantsCode() && things.screen().shown().kind() != Screen.Kind.HELD) {
            return false;
        }
        staff(new Stage.Word(deed.action(), deed.by(), deed.reason(), null));
        return true;
    }

    @Override
    public void restart() {
        things.visits().guardRestarted();
        guard.restart();
        things.screen().reportAnew();
        holding.forEach(signal -> guard.take(at -> new GuardEvent.SignalChanged(at, signal, true)));
        // A card inside that belongs to no visit is the customer's of before.
        boolean unused = things.slot().eject();
    }
}
