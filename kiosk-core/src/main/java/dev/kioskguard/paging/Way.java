package dev.kioskguard.paging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way by which people are called. */
public enum Way {
    /** The machine's own desk: it has every page, whatever else has. */
    DESK,
    /** A broker, and by it a desk elsewhere. */
    BROKER,
    /** An address of the bank's, which passes pages on as it likes. */
    WEBHOOK,
    /** A light at the machine. */
    LIGHT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
