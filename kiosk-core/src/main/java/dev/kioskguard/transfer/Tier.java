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

    /** Returns the next tier up; above red there is none. */
    public Tier up() {
        return switch (this) {
            case GREEN -> YELLOW;
            case YELLOW -> ORANGE;
            case ORANGE, RED -> RED;
        };
    }

    /** Returns whether the money may move at once in this tier, all evidence given. */
    public boolean allowsRealTime() {
        return this == GREEN || this == YELLOW;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
