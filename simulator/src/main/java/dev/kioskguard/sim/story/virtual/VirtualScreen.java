package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.sim.standin.Owed;
import dev.kioskguard.sim.story.LastLooks;
import dev.kioskguard.sim.story.Shown;
import dev.kioskguard.sim.story.Stage.Somebody;
import dev.kioskguard.sim.story.part.VirtualTime;
import dev.kioskguard.sim.story.persona.Act;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.web.screen.ScreenView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The customer's page: it shows what it is told, proves what was seen and heard, and has somebody before it. */
final class VirtualScreen {

    private static final Duration DRAWN_AFTER = Duration.ofMillis(50);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SLOWNESS = Duration.ofSeconds(3);

    private final VirtualTime time;
    private final VirtualGuard guard;
    private final Ways ways;
    private final BiFunction<Look, Answer, Optional<String>> hand;
    private final List<Runnable> coming = new ArrayList<>();
    private final LastLooks looks = new LastLooks();
    private Screen shown;
    private boolean attached;
    private boolean told;
    private Fault speaker = Fault.NONE;
    private Somebody somebody = Somebody.NOBODY;
    private Runnable planned = () -> {};

    /**
     * How pages are here.
     *
     * @param voice how long the clip of a screen plays; zero where it has none
     * @param lostAfter how long a page may be gone
     */
    record Ways(Function<Screen, Duration> voice, Duration lostAfter) {}

    /** A page that is not attached; {@code hand} carries out what somebody does. */
    VirtualScreen(VirtualTime time, VirtualGuard guard, Ways ways, BiFunction<Look, Answer, Optional<String>> hand) {
        this.time = time;
        this.guard = guard;
        this.ways = ways;
        this.hand = hand;
        this.shown = Screens.idle(time.instant());
    }

    void attach(boolean now) {
        if (now == attached) {
            return;
        }
        attached = now;
        leave();
        if (now) {
            tell();
            arrive();
        } else {
            time.in(ways.lostAfter(), this::tell);
        }
    }

    private void tell() {
        if (attached != told) {
            told = attached;
            guard.take(at -> new GuardEvent.ScreenChanged(at, told));
        }
    }

    /** Tells a guard that has just started what it cannot know. */
    void reportAnew() {
        told = !attached;
        tell();
        guard.take(at -> new GuardEvent.VoiceChanged(at, isAudible()));
    }

    void suffer(Fault fault) {
        boolean before = isAudible();
        speaker = fault;
        if (before != isAudible()) {
            guard.take(at -> new GuardEvent.VoiceChanged(at, isAudible()));
        }
    }

    private boolean isAudible() {
        return speaker == Fault.NONE || speaker == Fault.SLOW;
    }

    void show(Screen screen) {
        boolean fresh = !screen.id().equals(shown.id());
        shown = screen;
        Layout layout = screen.look().layout();
        looks.shown(screen.kind().word(), layout == null ? null : layout.word());
        if (fresh) {
            leave();
            arrive();
        }
        time.at(screen.times().ready(), () -> {});
        consider();
    }

    void customer(Somebody now) {
        somebody = now;
        consider();
    }

    Look look() {
        String kind = shown.kind().word();
        var typed = shown.typed();
        Duration ready = Duration.between(time.instant(), shown.times().ready());
        return new Look(
                shown.id(),
                kind,
                shown.question(),
                shown.topic(),
                shown.choices().stream()
                        .map(choice -> new Look.Choice(
                                choice.id(), Objects.requireNonNullElse(choice.literal(), choice.textId())))
                        .toList(),
                typed == null ? null : typed.word(),
                ready.isNegative() ? Duration.ZERO : ready);
    }

    Screen shown() {
        return shown;
    }

    Shown told(ScreenView view) {
        return Shown.of(JSON.valueToTree(view.body(shown, guard.state(), time.instant(), 0)), looks.compared());
    }

    Optional<Key> key(String choice) {
        return shown.choices().stream()
                .filter(offered -> offered.id().equals(choice))
                .map(Screen.Choice::key)
                .findFirst();
    }

    private void leave() {
        coming.forEach(Runnable::run);
        coming.clear();
    }

    private void arrive() {
        if (!attached) {
            return;
        }
        String kind = shown.kind().word();
        Owed.seen(kind).forEach(channel -> later(DRAWN_AFTER, channel, true));
        if (Owed.heard(kind)) {
            Duration clip = ways.voice().apply(shown);
            if (!clip.isZero()) {
                later(speaker == Fault.SLOW ? clip.plus(SLOWNESS) : clip, Owed.VOICE, false);
            }
        }
    }

    private void later(Duration span, String channel, boolean seen) {
        Screen proven = shown;
        Channel what = Channel.of(channel).orElseThrow();
        coming.add(time.in(
                span,
                () -> guard.take(at -> new GuardEvent.ChannelProven(at, proven.id(), what, seen || isAudible()))));
    }

    private void consider() {
        planned.run();
        Look look = look();
        planned = somebody.looksAt(look)
                .map(act -> time.in(act.after(), () -> act(act)))
                .orElse(() -> {});
    }

    private void act(Act act) {
        Optional<String> unused = hand.apply(look(), act.answer());
    }
}
