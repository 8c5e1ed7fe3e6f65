package dev.kioskguard.guard.screen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom the screen is made: the same steps and the same proofs, told otherwise. */
public enum Manner {
    ORDINARY,
    /** Larger and slower, by the issuer's own flag. */
    ELDER,
    /** A pictogram, the voice, and at most two short lines. */
    PLAIN,
    /** Without a screen: everything is spoken, and answered on the keypad in a fixed order. */
    AUDIO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether answers keep their places, because somebody has to remember them. */
    public boolean keepsOrder() {
        return this == AUDIO;
    }

    public static Optional<Manner> of(String word) {
        return Arrays.stream(values())
                .filter(manner -> manner.word().equals(word))
                .findFirst();
    }
}
