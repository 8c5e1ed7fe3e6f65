package dev.kioskguard.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one frame shows, in numbers and never in pixels. Immutable.
 *
 * @param frame the frame's number, counted by its source from 0; numbers may be left out, never repeated
 * @param at when the frame was taken
 * @param people how many people are in the picture
 * @param track which face this is: as long as it is the same one, the number stays; 0 while there is none. It tells
 *     nobody from anybody else: a face that was gone is a new one
 * @param faceCovered whether mouth and nose are hidden; null where that cannot be told
 * @param terms what the scores were made of, for whoever wants to know why
 * @param took how long the frame was worked on
 */
public record Sighting(
        long frame,
        Instant at,
        int people,
        long track,
        @Nullable Boolean faceCovered,
        Scores scores,
        Lens lens,
        List<Term> terms,
        Duration took) {

    /** Terms that a frame may have. */
    public static final int TERMS_MAX = 32;

    public Sighting {
        if (frame < 0 || people < 0 || track < 0) {
            throw new IllegalArgumentException("frame, people and track count from 0");
        }
        if (terms.size() > TERMS_MAX) {
            throw new IllegalArgumentException("a frame has at most " + TERMS_MAX + " terms");
        }
        terms = List.copyOf(terms);
    }

    /** Returns a frame that shows nothing, because of what is wrong with the camera. */
    public static Sighting blind(long frame, Instant at, Lens lens, Duration took) {
        return new Sighting(frame, at, 0, 0, null, Scores.UNKNOWN, lens, List.of(), took);
    }

    /** Returns whether there is a face to tell anything from. */
    public boolean hasFace() {
        return track > 0;
    }

    /** How likely each thing is, from 0 to 1; null where it cannot be told, which is neither yes nor no. */
    public record Scores(
            @Nullable Double callAtEar,
            @Nullable Double phoneInHand,
            @Nullable Double paperNote,
            @Nullable Double lookingDown,
            @Nullable Double lookingAway,
            @Nullable Double secondPerson) {

        /** Nothing can be told. */
        public static final Scores UNKNOWN = new Scores(null, null, null, null, null, null);

        public Scores {
            requireShare(callAtEar);
            requireShare(phoneInHand);
            requireShare(paperNote);
            requireShare(lookingDown);
            requireShare(lookingAway);
            requireShare(secondPerson);
        }

        private static void requireShare(@Nullable Double score) {
            if (score != null && !(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("a score is from 0 to 1, not " + score);
            }
        }
    }

    /** What is wrong with the camera; while anything is, the scores tell nothing. */
    public record Lens(boolean covered, boolean dark, boolean blurred, boolean frozen) {

        public static final Lens CLEAR = new Lens(false, false, false, false);

        /** Returns whether the camera shows what is before it. */
        public boolean sees() {
            return !covered && !dark && !blurred && !frozen;
        }
    }

    /**
     * One named part of a score.
     *
     * @param name such as {@code palm-near-ear}
     * @param value 0 to 1
     */
    public record Term(String name, double value) {}
}
