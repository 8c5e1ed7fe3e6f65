package dev.kioskguard.vision.rule;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Sighting.Term;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Frames one after the other, at a rate, and what the rules said to them. */
final class Clip {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Scores NOTHING = new Scores(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    static final Scores CALL = new Scores(0.9, 0.0, 0.0, 0.0, 0.0, 0.0);

    final List<SignalChange> changes = new ArrayList<>();
    final List<Instant> toldAt = new ArrayList<>();
    private final Duration frame;
    private SignalRules rules = SignalRules.START;
    private Instant now = NOON;
    private long number;
    private long track = 1;
    private Lens lens = Lens.CLEAR;
    private List<Term> terms = List.of();
    private @Nullable Boolean covered;

    private Clip(Duration frame) {
        this.frame = frame;
    }

    static Clip at(double framesPerSecond) {
        return new Clip(Duration.ofNanos(Math.round(1e9 / framesPerSecond)));
    }

    Clip face(long now) {
        track = now;
        return this;
    }

    Clip through(Lens now) {
        lens = now;
        return this;
    }

    Clip with(Term... now) {
        terms = List.of(now);
        return this;
    }

    Clip covered(boolean now) {
        covered = now;
        return this;
    }

    Clip shows(Scores scores, double seconds) {
        return shows(i -> scores, seconds);
    }

    /** Shows one frame after the other; {@code scores} is asked for each by its number in this run. */
    Clip shows(IntFunction<Scores> scores, double seconds) {
        long frames = Math.round(seconds * 1e9 / frame.toNanos());
        for (int i = 0; i < frames; i++) {
            var took = Duration.ofMillis(20);
            take(rules.seen(new Sighting(number++, now, 1, track, covered, scores.apply(i), lens, terms, took)));
            now = now.plus(frame);
        }
        return this;
    }

    /** Lets time pass without a frame, told of once a second. */
    Clip pauses(double seconds) {
        Instant until = now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
        while (now.plusSeconds(1).isBefore(until)) {
            now = now.plusSeconds(1);
            take(rules.waited(now));
        }
        now = until;
        return this;
    }

    Clip ends() {
        take(rules.over());
        return this;
    }

    private void take(SignalRules.Step step) {
        rules = step.next();
        step.changes().forEach(change -> {
            changes.add(change);
            toldAt.add(now);
        });
    }

    /** Returns the signals that began and ended, in order: {@code +CALL_AT_EAR}, {@code -CALL_AT_EAR}. */
    List<String> events() {
        var events = new ArrayList<String>();
        for (SignalChange change : changes) {
            String event = (change.holds() ? "+" : "-") + change.signal();
            // What holds already may become stronger, which is no other event.
            boolean again = change.holds() && events.lastIndexOf(event) > events.lastIndexOf("-" + change.signal());
            if (!again) {
                events.add(event);
            }
        }
        return events;
    }

    /** Returns how long after the clip began a signal was first told. */
    Duration told(Signal signal) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).signal() == signal) {
                return Duration.between(NOON, toldAt.get(i));
            }
        }
        throw new AssertionError(signal + " was never told");
    }

    SignalChange last() {
        return changes.get(changes.size() - 1);
    }
}
