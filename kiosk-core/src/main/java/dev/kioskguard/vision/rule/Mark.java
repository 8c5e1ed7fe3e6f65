package dev.kioskguard.vision.rule;

import java.time.Instant;

/**
 * What one frame says to one rule.
 *
 * @param say whether it speaks for the signal, against it, or cannot tell
 * @param phone how likely it is a phone, where something is held; 0 elsewhere
 * @param paper how likely it is paper, where something is held; 0 elsewhere
 * @param named whether the frame shows what confirms the signal, such as the phone at the head
 * @param reason the code of what was seen; empty where the signal's own name says it all
 */
record Mark(Instant at, Say say, double phone, double paper, boolean named, String reason) {

    Mark(Instant at, Say say) {
        this(at, say, 0, 0, false, "");
    }

    boolean is(Say other) {
        return say == other;
    }

    /** What a frame says. Unknown is neither yes nor no. */
    enum Say {
        YES,
        NO,
        UNKNOWN
    }
}
