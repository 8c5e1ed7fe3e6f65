package dev.kioskguard.sim.camera;

import dev.kioskguard.sim.terminal.Fault;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be wrong with the camera, in the contract's words. */
public enum LensFault {
    NONE(false, Fault.NONE),
    COVERED(true, Fault.NONE),
    DARK(true, Fault.NONE),
    /** The same picture again and again. */
    FROZEN(true, Fault.NONE),
    /** Its stream is cut, and cut again whenever somebody asks for it. */
    UNPLUGGED(true, Fault.LOST),
    /** A picture every three seconds. */
    SLOW(false, Fault.SLOW),
    /** It looks to the side. */
    TURNED_AWAY(false, Fault.NONE);

    /** Every fault by its word. */
    public static final Map<String, LensFault> WORDS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LensFault::word, Function.identity()));

    private final boolean blind;
    private final Fault device;

    LensFault(boolean blind, Fault device) {
        this.blind = blind;
        this.device = device;
    }

    /** Returns whether nothing of the customer can be seen. */
    public boolean isBlind() {
        return blind;
    }

    /** Returns what the same trouble is to the terminal's own camera service. */
    public Fault ofDevice() {
        return device;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
