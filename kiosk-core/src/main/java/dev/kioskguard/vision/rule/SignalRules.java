package dev.kioskguard.vision.rule;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.rule.Following.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fold from sightings to signals: immutable, bounded, and the same for a camera that runs and for a clip.
 *
 * <pre>
 * var rules = SignalRules.START;
 * for (Sighting sighting : clip) {
 *     var step = rules.seen(sighting);
 *     step.changes().forEach(...);
 *     rules = step.next();
 * }
 * rules.over().changes().forEach(...);
 * </pre>
 */
public final class SignalRules {

    /** The term of a sighting that tells of a phone beside the head; it confirms a call. */
    public static final String PHONE_AT_HEAD = "phone-at-head";

    /** Without a frame for so long there is nothing to see by. */
    public static final Duration SILENT_FROM = Duration.ofSeconds(3);

    /** Nothing has been seen yet. */
    public static final SignalRules START =
            new SignalRules(Stream.of(Rule.values()).map(Following::of).toList(), null, 0);

    private final List<Following> rules;
    private final @Nullable Instant last;
    private final long track;

    private SignalRules(List<Following> rules, @Nullable Instant last, long track) {
        this.rules = rules;
        this.last = last;
        this.track = track;
    }

    /** Returns this from when on frames are expected. */
    public SignalRules from(Instant looking) {
        return new SignalRules(rules, looking, track);
    }

    /** Takes in one frame; one that is no later than the frame before it says nothing. */
    public Step seen(Sighting sighting) {
        Instant before = last;
        Instant at = sighting.at();
        if (before != null && !at.isAfter(before)) {
            return new Step(this, List.of());
        }
        boolean late = before != null && Duration.between(before, at).compareTo(Rule.SLOW_FROM) > 0;
        boolean another = track > 0 && sighting.hasFace() && sighting.track() != track;
        var changes = new ArrayList<SignalChange>();
        var next = new ArrayList<Following>(rules.size());
        for (Following rule : rules) {
            Following known = rule;
            if (another && rule.rule().isOfOneFace()) {
                known = kept(rule.forgotten("another-face"), changes);
            }
            next.add(kept(known.with(rule.rule().mark(sighting, late)), changes));
        }
        return new Step(new SignalRules(List.copyOf(next), at, sighting.hasFace() ? sighting.track() : track), changes);
    }

    /** Lets time pass without a frame. It is enough to be told of it once a second. */
    public Step waited(Instant now) {
        Instant before = last;
        if (before == null || now.isBefore(before.plus(SILENT_FROM))) {
            return new Step(this, List.of());
        }
        return step(rule -> rule.with(
                rule.rule() == Rule.CAMERA_BLIND
                        ? new Mark(now, Mark.Say.YES, 0, 0, false, Reasons.SILENT)
                        : new Mark(now, Mark.Say.UNKNOWN)));
    }

    /**
     * Returns whether so many frames over so long can raise a signal at all: a clip that is too short says nothing of a
     * signal that it does not raise.
     *
     * @param length from the first frame to the last
     */
    public static boolean canRaise(Signal signal, int frames, Duration length) {
        return Stream.of(Rule.values())
                .filter(rule -> rule.raises(signal))
                .map(Rule::bounds)
                .anyMatch(bounds -> frames >= bounds.framesMin() && length.compareTo(bounds.lastsMin()) >= 0);
    }

    /** Ends everything that holds, because nobody looks any more. */
    public Step over() {
        return new Step(START, step(rule -> rule.forgotten("")).changes());
    }

    private Step step(Function<Following, Told> with) {
        var changes = new ArrayList<SignalChange>();
        var next = rules.stream().map(rule -> kept(with.apply(rule), changes)).toList();
        return new Step(new SignalRules(next, last, track), changes);
    }

    private static Following kept(Told told, List<SignalChange> changes) {
        if (told.change() != null) {
            changes.add(told.change());
        }
        return told.next();
    }

    /** Where a fold stands after one more thing was seen, and the signals that changed by it, in order. */
    public record Step(SignalRules next, List<SignalChange> changes) {

        public Step {
            changes = List.copyOf(changes);
        }
    }
}
