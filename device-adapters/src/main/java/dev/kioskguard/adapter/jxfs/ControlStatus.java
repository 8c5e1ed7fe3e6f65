package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Sensors.Sensor;
import java.util.Set;

/**
 * How a device stands, as one control sees it; stands for {@code JxfsStatus}. Immutable.
 *
 * @param claimed whether this control has the device for itself
 * @param claimedByOther whether another one has
 * @param media where the card is; {@code UNKNOWN} where the device is no card reader
 * @param active the sensors that report something; empty where the device has none
 */
public record ControlStatus(
        boolean open,
        boolean claimed,
        boolean claimedByOther,
        DeviceStatus device,
        CardPlace media,
        Set<Sensor> active) {

    public ControlStatus {
        active = Set.copyOf(active);
    }

    /** Returns whether operations can succeed; stands for {@code JxfsStatus.isWorking}. */
    public boolean isWorking() {
        return device.isOnline();
    }
}
