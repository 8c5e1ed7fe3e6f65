package dev.kioskguard.sim.terminal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Speaker, switches and sensors, by the property names of XFS4IoT {@code auxiliaries}. Thread-safe.
 *
 * <p>The standard has no word for a muted speaker; what it has is a volume that is not there.
 */
public final class Surroundings {

    /** What a speaker reports that cannot be heard: the standard's volumes begin at 1. */
    public static final int MUTED = 0;

    public static final int VOLUME_MIN = 1;

    public static final int VOLUME_MAX = 1000;

    private static final int VOLUME_AT_START = 600;

    /** The sensors that a control call can set, and the values that each can take; the first is how it starts. */
    public static final Map<String, List<String>> SENSORS = Map.of(
            "proximitySensor", List.of("notPresent", "present"),
            "operatorSwitch", List.of("run", "maintenance", "supervisor"),
            "cabinetDoor", List.of("closed", "open", "locked", "bolted", "tampered"),
            "enhancedAudioSensor", List.of("notPresent", "present"));

    private final Map<String, String> sensors = new TreeMap<>();
    private final List<BiConsumer<String, Object>> listeners = new CopyOnWriteArrayList<>();
    private int volume = VOLUME_AT_START;
    private boolean muted;

    Surroundings() {
        SENSORS.forEach((sensor, values) -> sensors.put(sensor, values.get(0)));
    }

    /** Adds a listener for one property and its new value, a text or a whole number; it must return at once. */
    public void onChange(BiConsumer<String, Object> listener) {
        listeners.add(listener);
    }

    /**
     * Sets a sensor.
     *
     * @throws IllegalArgumentException when there is no such sensor or value
     */
    public synchronized void sense(String sensor, String value) {
        if (!SENSORS.getOrDefault(sensor, List.of()).contains(value)) {
            throw new IllegalArgumentException("no sensor %s that says %s".formatted(sensor, value));
        }
        if (!value.equals(sensors.put(sensor, value))) {
            tell(sensor, value);
        }
    }

    public synchronized Map<String, String> sensors() {
        return new TreeMap<>(sensors);
    }

    /** Returns the volume as the speaker reports it, or {@link #MUTED}. */
    public synchronized int volume() {
        return muted ? MUTED : volume;
    }

    /**
     * Turns the volume control.
     *
     * @throws IllegalArgumentException when it does not go there
     */
    public synchronized void setVolume(int volume) {
        if (volume < VOLUME_MIN || volume > VOLUME_MAX) {
            throw new IllegalArgumentException("a volume is %d to %d".formatted(VOLUME_MIN, VOLUME_MAX));
        }
        int before = volume();
        this.volume = volume;
        tellVolume(before);
    }

    /** Mutes the speaker whatever its volume control says, or lets it speak again. */
    synchronized void mute(boolean muted) {
        int before = volume();
        this.muted = muted;
        tellVolume(before);
    }

    public synchronized boolean isMuted() {
        return muted;
    }

    private void tellVolume(int before) {
        if (volume() != before) {
            tell("volume", volume());
        }
    }

    private void tell(String property, Object value) {
        listeners.forEach(listener -> listener.accept(property, value));
    }
}
