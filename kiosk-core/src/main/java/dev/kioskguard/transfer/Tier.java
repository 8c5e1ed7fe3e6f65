package dev.kioskguard.transfer;

import java.util.Locale;

/** How much stands against a transfer, from least to most; named by sign and word, never by colour alone. */
public enum Tier {
    GREEN,
    YELLOW,
    ORANGE,
    RED;

    public Tier atLeast(Tier floor) {
        return compareTo(floor) >= 0 ? this : floor;
    }

    /** Returns whether the money may move at once in this tier, all evidence given. */
    public boolean allowsRealTime() {
        return this == GREEN || this == YELLOW;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
