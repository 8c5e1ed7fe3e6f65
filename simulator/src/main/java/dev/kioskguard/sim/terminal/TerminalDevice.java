package dev.kioskguard.sim.terminal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The devices of the terminal that can fail, in the contract's words. */
public enum TerminalDevice {
    CARD_READER,
    PIN_PAD,
    CAMERA,
    SPEAKER,
    LIGHTS,
    TEXT_TERMINAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TerminalDevice> of(String word) {
        return Arrays.stream(values())
                .filter(device -> device.word().equals(word))
                .findFirst();
    }
}
