package dev.kioskguard.guard.screen;

import java.util.Locale;

/** How a warning is composed: unlike the rest of the machine, and unlike the one that the same card saw last. */
public enum Layout {
    POSTER,
    SPLIT,
    LETTER,
    BOARD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
