package dev.kioskguard.device;

/**
 * What a device is now, and why, for the engineer who has to mend it.
 *
 * @param detail one sentence; empty when there is nothing to say
 */
public record DeviceStatus(State state, String detail) {

    public static final DeviceStatus ONLINE = new DeviceStatus(State.ONLINE, "");

    public boolean isOnline() {
        return state == State.ONLINE;
    }

    /** The states that XFS4IoT names in {@code Common.Status.common.device}. */
    public enum State {
        ONLINE,
        OFFLINE,
        POWER_OFF,
        NO_DEVICE,
        HARDWARE_ERROR,
        USER_ERROR,
        DEVICE_BUSY,
        FRAUD_ATTEMPT,
        POTENTIAL_FRAUD,
        STARTING
    }
}
