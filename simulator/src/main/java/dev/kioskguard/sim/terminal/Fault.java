package dev.kioskguard.sim.terminal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a device, in the contract's words. */
public enum Fault {
    NONE,
    /** Reports a hardware error and does nothing. */
    DEAD,
    /** A speaker reports itself muted; any other device takes commands and never answers them. */
    MUTE,
    /** A card is stuck, or the mechanics are; reported as a hardware error. */
    JAM,
    /** Does what it is told, late. */
    SLOW,
    /** Is gone from the wire: its connections are closed and new ones refused. */
    LOST,
    /** Has no room: the retain bin takes no card, the camera no picture. */
    FULL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
