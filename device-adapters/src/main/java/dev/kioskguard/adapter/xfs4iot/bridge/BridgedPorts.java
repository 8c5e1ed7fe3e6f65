package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The devices to be bridged, at most one of each kind. Nobody else listens to them: a port has one listener.
 *
 * @param heard hears how each device is too, at first and when it changes; it must return at once
 */
public record BridgedPorts(Set<Device> devices, BiConsumer<DeviceAddress, DeviceStatus> heard) {

    public BridgedPorts {
        devices = Set.copyOf(devices);
    }

    /** Devices of which nobody but the clients wants to hear. */
    public BridgedPorts(Set<Device> devices) {
        this(devices, (address, status) -> {});
    }

    Optional<CardReader> cardReader() {
        return find(CardReader.class);
    }

    Optional<PinPad> pinPad() {
        return find(PinPad.class);
    }

    Optional<Camera> camera() {
        return find(Camera.class);
    }

    Optional<Lights> lights() {
        return find(Lights.class);
    }

    Optional<Sensors> sensors() {
        return find(Sensors.class);
    }

    Optional<Speaker> speaker() {
        return find(Speaker.class);
    }

    private <D extends Device> Optional<D> find(Class<D> kind) {
        return devices.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
