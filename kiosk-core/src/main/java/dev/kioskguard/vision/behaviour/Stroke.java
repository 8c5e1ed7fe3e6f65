package dev.kioskguard.vision.behaviour;

import java.time.Instant;

/** That a key was pressed, and when; which digit it was is not known here. */
public record Stroke(Instant at, Kind kind) {

    /** What a stroke is for. */
    public enum Kind {
        /** A digit of something that is typed. */
        DIGIT,
        /** Takes back what was typed. */
        CORRECTION,
        /** Says yes to what is on the screen, or is over with typing. */
        CONFIRM,
        /** Any other answer. */
        CHOICE
    }
}
