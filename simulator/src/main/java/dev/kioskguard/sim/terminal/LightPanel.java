package dev.kioskguard.sim.terminal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The guidance lights, by their XFS4IoT names. Thread-safe. */
public final class LightPanel {

    /** The lights that this terminal has. */
    public static final List<String> LIGHTS =
            List.of("cardReader", "pinPad", "statusInService", "statusSupervisor", "fasciaLight");

    /** The ways in which each can flash. */
    public static final List<String> FLASH_RATES = List.of("off", "slow", "medium", "quick", "continuous");

    private final Map<String, String> rates = new TreeMap<>();

    LightPanel() {
        LIGHTS.forEach(light -> rates.put(light, "off"));
    }

    /**
     * Sets how a light flashes; returns whether that changed anything.
     *
     * @throws IllegalArgumentException when there is no such light or rate
     */
    public synchronized boolean set(String light, String rate) {
        if (!LIGHTS.contains(light) || !FLASH_RATES.contains(rate)) {
            throw new IllegalArgumentException("no light %s that flashes %s".formatted(light, rate));
        }
        return !rate.equals(rates.put(light, rate));
    }

    /** Returns the flash rate of every light. */
    public synchronized Map<String, String> rates() {
        return new TreeMap<>(rates);
    }
}
