package dev.kioskguard.sim.terminal;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** What is broken now, and until when. Thread-safe. */
public final class Faults {

    /** How late a slow device is. */
    public static final Duration SLOWNESS = Duration.ofSeconds(3);

    /**
     * One setting.
     *
     * @param number tells it from later settings of the same device, whose end is not its own
     */
    private record Setting(Fault fault, long number) {}

    private final Alarms alarms;
    private final Map<TerminalDevice, Setting> now = new EnumMap<>(TerminalDevice.class);
    private final List<BiConsumer<TerminalDevice, Fault>> listeners = new CopyOnWriteArrayList<>();

    private long settings;

    Faults(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Adds a listener for changes; called in order, and must return at once. */
    public void onChange(BiConsumer<TerminalDevice, Fault> listener) {
        listeners.add(listener);
    }

    public synchronized Fault of(TerminalDevice device) {
        Setting setting = now.get(device);
        return setting == null ? Fault.NONE : setting.fault;
    }

    /** Breaks a device, or mends it with {@link Fault#NONE}; without a duration until it is set again. */
    public synchronized void set(TerminalDevice device, Fault fault, Optional<Duration> duration) {
        Fault before = of(device);
        Setting setting = new Setting(fault, ++settings);
        now.put(device, setting);
        duration.ifPresent(until -> alarms.in(until, () -> mend(device, setting)));
        if (fault != before) {
            listeners.forEach(listener -> listener.accept(device, fault));
        }
    }

    private synchronized void mend(TerminalDevice device, Setting ended) {
        if (ended.equals(now.get(device))) {
            set(device, Fault.NONE, Optional.empty());
        }
    }

    /** Returns every device that has a fault, and which. */
    public synchronized Map<TerminalDevice, Fault> all() {
        Map<TerminalDevice, Fault> all = new EnumMap<>(TerminalDevice.class);
        now.forEach((device, setting) -> {
            if (setting.fault != Fault.NONE) {
                all.put(device, setting.fault);
            }
        });
        return all;
    }
}
