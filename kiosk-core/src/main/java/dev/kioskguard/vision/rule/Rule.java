package dev.kioskguard.vision.rule;

import static dev.kioskguard.vision.rule.Mark.Say.NO;
import static dev.kioskguard.vision.rule.Mark.Say.UNKNOWN;
import static dev.kioskguard.vision.rule.Mark.Say.YES;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.rule.Mark.Say;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when on, and until when, frames make a signal. The whole policy of looking is the table of this page. */
enum Rule {
    // @formatter:off
    //                 seconds kept   on   off  frames  lasts  times  of one face
    CALL(                 3.0,  0, 2/3.0, 0.20,     6,   2.2,     1,  true),
    HELD(                 5.0,  0,  0.40, 0.15,     8,   2.0,     1,  true),
    LOOKING_AWAY(        20.0,  0,  0.25, 0.10,    20,   6.0,     3,  true),
    SECOND_PERSON(        3.0,  0,  0.60, 0.20,     6,   1.5,     1,  false),
    FACE_COVERED(         2.0,  0,  0.80, 0.20,     4,   1.5,     1,  true),
    CAMERA_BLIND(         3.0,  2,  0.60, 0.20,     2,   1.5,     1,  false);
    // @formatter:on

    /** From which score on a frame says yes. */
    static final double SCORE_MIN = 0.5;

    /** By how much phone and paper must differ, on the mean, to be told apart. */
    static final double APART_MIN = 0.3;

    /** From which value on the term of a phone at the head counts as one that was seen. */
    static final double PHONE_MIN = 0.2;

    /** A frame that comes so long after the one before it was too slow to tell anything by. */
    static final Duration SLOW_FROM = Duration.ofMillis(750);

    private final double windowSeconds;
    private final int kept;
    private final double on;
    private final double off;
    private final int framesMin;
    private final double lastsSeconds;
    private final int timesMin;
    private final boolean ofOneFace;

    Rule(
            double windowSeconds,
            int kept,
            double on,
            double off,
            int framesMin,
            double lastsSeconds,
            int timesMin,
            boolean ofOneFace) {
        this.windowSeconds = windowSeconds;
        this.kept = kept;
        this.on = on;
        this.off = off;
        this.framesMin = framesMin;
        this.lastsSeconds = lastsSeconds;
        this.timesMin = timesMin;
        this.ofOneFace = ofOneFace;
    }

    Bounds bounds() {
        return new Bounds(seconds(windowSeconds), kept, on, off, framesMin, seconds(lastsSeconds), timesMin);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Returns whether what was seen is forgotten when another face comes. */
    boolean isOfOneFace() {
        return ofOneFace;
    }

    /**
     * Returns what a frame says.
     *
     * @param late whether it came so long after the one before it that the camera is too slow
     */
    Mark mark(Sighting seen, boolean late) {
        Scores scores = seen.lens().sees() ? seen.scores() : Scores.UNKNOWN;
        return switch (this) {
            case CALL -> call(seen, scores);
            case HELD -> held(seen.at(), scores);
            case LOOKING_AWAY -> new Mark(seen.at(), say(scores.lookingAway()));
            case SECOND_PERSON -> new Mark(seen.at(), say(scores.secondPerson()));
            case FACE_COVERED -> new Mark(seen.at(), covered(seen));
            case CAMERA_BLIND -> blind(seen, late);
        };
    }

    private static Mark call(Sighting seen, Scores scores) {
        boolean phone = seen.terms().stream()
                .anyMatch(term -> term.name().equals(SignalRules.PHONE_AT_HEAD) && term.value() > PHONE_MIN);
        return new Mark(seen.at(), say(scores.callAtEar()), 0, 0, phone, "");
    }

    private static Mark held(Instant at, Scores scores) {
        Say phone = say(scores.phoneInHand());
        Say paper = say(scores.paperNote());
        Say either = phone == YES || paper == YES ? YES : phone == NO || paper == NO ? NO : UNKNOWN;
        // Where only one of the two can be told, they cannot be told apart.
        return scores.phoneInHand() == null || scores.paperNote() == null
                ? new Mark(at, either)
                : new Mark(at, either, scores.phoneInHand(), scores.paperNote(), false, "");
    }

    private static Say covered(Sighting seen) {
        Boolean covered = seen.lens().sees() ? seen.faceCovered() : null;
        return covered == null ? UNKNOWN : covered ? YES : NO;
    }

    private static Mark blind(Sighting seen, boolean late) {
        String reason = seen.lens().sees() ? late ? Reasons.SLOW : "" : Reasons.of(seen.lens());
        return new Mark(seen.at(), reason.isEmpty() ? NO : YES, 0, 0, false, reason);
    }

    private static Say say(@Nullable Double score) {
        return score == null ? UNKNOWN : score > SCORE_MIN ? YES : NO;
    }

    /** Returns the signal that a full window stands for. */
    Signal signal(Window window) {
        return switch (this) {
            case CALL -> Signal.CALL_AT_EAR;
            case HELD -> held(window.mean(Mark::phone) - window.mean(Mark::paper));
            case LOOKING_AWAY -> Signal.LOOKING_AWAY_OFTEN;
            case SECOND_PERSON -> Signal.SECOND_PERSON;
            case FACE_COVERED -> Signal.FACE_COVERED;
            case CAMERA_BLIND -> Signal.CAMERA_BLIND;
        };
    }

    /** Returns whether a full window may stand for that signal. */
    boolean raises(Signal signal) {
        return switch (signal) {
            case CALL_AT_EAR -> this == CALL;
            case PHONE_IN_HAND, PAPER_NOTE, READING_HELD -> this == HELD;
            case LOOKING_AWAY_OFTEN -> this == LOOKING_AWAY;
            case SECOND_PERSON -> this == SECOND_PERSON;
            case FACE_COVERED -> this == FACE_COVERED;
            case CAMERA_BLIND -> this == CAMERA_BLIND;
            case DICTATED_KEYING, HESITATION, CORRECTIONS, LANGUAGE_SWITCH, FAST_REPEATED_CONFIRM -> false;
        };
    }

    private static Signal held(double morePhone) {
        return morePhone >= APART_MIN
                ? Signal.PHONE_IN_HAND
                : morePhone <= -APART_MIN ? Signal.PAPER_NOTE : Signal.READING_HELD;
    }
}
