package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.adapter.jxfs.StatusChange.Reason;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Sensors.Sensor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The ports that make up one device, and what they last said of themselves. Thread-safe. */
final class Ports {

    private final String name;
    private final List<? extends Device> all;
    private volatile DeviceStatus status;
    private volatile CardPlace media = CardPlace.UNKNOWN;
    private volatile Set<Sensor> active = Set.of();

    private Ports(String name, List<? extends Device> all) {
        this.name = name;
        this.all = List.copyOf(all);
        this.status = worst();
    }

    /** Listens to ports; changes are told on the deciding thread, of a storm of them the last. */
    static Ports watch(String name, List<? extends Device> all, Loop loop, Consumer<Reason> changed) {
        var ports = new Ports(name, all);
        for (Device port : all) {
            var looking = new AtomicBoolean();
            port.onStatus(ignored -> once(looking, loop, () -> ports.look(changed)));
            if (port instanceof CardReader reader) {
                ports.media = reader.place();
                reader.onPlace(place -> {
                    ports.media = place;
                    loop.runIfRoom(() -> changed.accept(Reason.MEDIA));
                });
            } else if (port instanceof Sensors sensors) {
                var sensing = new AtomicBoolean();
                sensors.onActive(now -> {
                    ports.active = Set.copyOf(now);
                    once(sensing, loop, () -> changed.accept(Reason.SENSORS));
                });
            }
        }
        return ports;
    }

    private static void once(AtomicBoolean waits, Loop loop, Runnable step) {
        if (!waits.getAndSet(true)) {
            loop.run(() -> {
                waits.set(false);
                step.run();
            });
        }
    }

    private void look(Consumer<Reason> changed) {
        DeviceStatus now = worst();
        if (!now.equals(status)) {
            status = now;
            changed.accept(Reason.DEVICE);
        }
    }

    /** A device of several ports is no better than the worst of them. */
    private DeviceStatus worst() {
        return all.stream()
                .map(Device::status)
                .filter(each -> !each.isOnline())
                .findFirst()
                .orElse(DeviceStatus.ONLINE);
    }

    /** Returns the logical name. */
    String name() {
        return name;
    }

    /** Returns the port of a kind. */
    <D extends Device> D of(Class<D> kind) {
        return all.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new JxfsException(
                        JxfsCodes.E_UNREGISTERED, "%s is no %s".formatted(name, kind.getSimpleName())));
    }

    DeviceStatus status() {
        return status;
    }

    CardPlace media() {
        return media;
    }

    Set<Sensor> active() {
        return active;
    }
}
