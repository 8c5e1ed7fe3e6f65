package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.app.wiring.Clearances;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.sim.bank.host.TransferStatus;
import dev.kioskguard.sim.story.Facts;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.part.VirtualCardSlot;
import dev.kioskguard.sim.story.part.VirtualHost;
import dev.kioskguard.sim.story.part.VirtualPages;
import dev.kioskguard.sim.story.part.VirtualTime;
import dev.kioskguard.sim.story.persona.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A terminal with its bank and branch, in one thread and in time that is moved by hand. */
public final class VirtualStage implements Stage {

    private final VirtualTime time;
    private final Journal journal;
    private final Workshop workshop;
    private final VirtualGuard guard;
    private final VirtualScreen screen;
    private final VirtualCardSlot slot;
    private final VirtualPages pages;
    private final VirtualHost host;
    private final VirtualBank bank;
    private final VirtualBranch branch;
    private final Clearances clearances;
    private final Machine machine;

    VirtualStage(Workshop workshop, Story.Given given) {
        this.workshop = workshop;
        time = new VirtualTime(given.clock());
        journal = workshop.journal();
        clearances = workshop.clearances(journal);
        guard = new VirtualGuard(time, journal, workshop.laws(given.hosted()), workshop.chance(), this::carryOut);
        screen = new VirtualScreen(
                time,
                guard,
                new VirtualScreen.Ways(workshop::voice, workshop.lostAfter()),
                (look, answer) -> VirtualHands.answer(guard, look, answer));
        pages = new VirtualPages(time, workshop.rota());
        host = new VirtualHost(time, workshop.keys()::publicKeys);
        var premises = new VirtualVisits.Premises(workshop.terminal(), given.hosted(), given.language());
        var visits = new VirtualVisits(guard, premises);
        bank = new VirtualBank(time, guard, host, visits);
        slot = new VirtualCardSlot(time, visits::visitor);
        machine = new VirtualHands(slot, guard, span -> await(span, () -> false), visits::isLocked);
        branch = new VirtualBranch(time, guard, new VirtualBranch.Things(screen, slot, bank, visits, pages));
        guard.take(GuardEvent.Restarted::new);
        screen.attach(true);
        screen.reportAnew();
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Show show) {
            show(show.screen());
        } else if (effect instanceof Effect.Tell tell) {
            bank.book().state(tell.transferId(), tell.state());
        } else if (effect instanceof Effect.AskBank ask) {
            bank.requested(ask.request(), slot);
        } else if (effect instanceof Effect.RaisePage page) {
            pages.raise(page);
        } else if (effect instanceof Effect.ClosePage page) {
            pages.happened(page.transferId(), Happening.OVER);
        } else if (effect instanceof Effect.Sign sign) {
            bank.cleared(sign.cleared().transferId(), clearances.sign(sign.cleared()));
        } else if (effect instanceof Effect.End end) {
            bank.ended(end.transferId(), end.verdict());
        }
    }

    private void show(Screen now) {
        if (now.kind() == Screen.Kind.PAUSED) {
            bank.pauseCode(now.code());
        }
        screen.show(now);
    }

    /** Returns the journal that this stage's guard writes. */
    public Journal journal() {
        return journal;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public Bank bank() {
        return bank;
    }

    @Override
    public Branch branch() {
        return branch;
    }

    @Override
    public Look look() {
        return screen.look();
    }

    @Override
    public Facts facts() {
        String last = bank.book().lastId();
        return new Facts(
                look(),
                () -> screen.told(workshop.view()),
                last == null ? Facts.Guarded.NOTHING : guarded(last),
                () -> last == null ? Facts.Paged.NOBODY : new Facts.Paged(pages.of(last), pages.calledLast(last)),
                slot.place().word(),
                new Facts.Host(host.count(TransferStatus.PAID), host.count(TransferStatus.PENDING), bank.answer()));
    }

    @Override
    public Optional<Key> key(String choice) {
        return screen.key(choice);
    }

    private Facts.Guarded guarded(String transferId) {
        Optional<Case> open = Stream.concat(
                        Stream.ofNullable(guard.state().open()), guard.state().paused().values().stream())
                .filter(one -> one.transferId().equals(transferId))
                .findFirst();
        List<String> reasons = new ArrayList<>();
        open.ifPresent(one -> {
            reasons.addAll(one.against());
            reasons.addAll(one.judgement().reasons());
        });
        String tier = open.map(one -> one.judgement().tier().word()).orElse(Facts.NONE);
        return bank.book().guarded(tier, reasons, workshop.keys().publicKeys());
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier holds) {
        Instant end = time.instant().plus(atMost);
        while (!holds.getAsBoolean()) {
            if (!step(end)) {
                time.moveTo(end);
                return holds.getAsBoolean();
            }
        }
        return true;
    }

    /** Lets the next thing happen, the guard's own deadlines before what comes at the same time. */
    private boolean step(Instant end) {
        Optional<Instant> deadline = guard.deadline();
        Optional<Instant> due = time.next();
        Instant next = Stream.concat(deadline.stream(), due.stream())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        if (next.isAfter(end)) {
            return false;
        }
        time.moveTo(next);
        if (deadline.filter(at -> !at.isAfter(time.instant())).isPresent()) {
            guard.timePassed();
        } else {
            time.runNext();
        }
        return true;
    }

    @Override
    public void customer(Somebody somebody) {
        screen.customer(somebody);
    }

    @Override
    public Duration elapsed() {
        return time.elapsed();
    }

    @Override
    public void close() {
        journal.close();
    }
}
