package dev.kioskguard.device;

import dev.kioskguard.device.DeviceStatus.State;
import java.util.function.Consumer;

/** A device that keeps what it was last known to be, and tells whoever listens. Starting until it has been found. */
public abstract class ReportingDevice implements Device {

    private final DeviceAddress address;
    private final Reported<DeviceStatus> status = new Reported<>(new DeviceStatus(State.STARTING, ""));

    protected ReportingDevice(DeviceAddress address) {
        this.address = address;
    }

    /** Says what the device is now. */
    protected void found(DeviceStatus now) {
        status.set(now);
    }

    @Override
    public final DeviceAddress address() {
        return address;
    }

    @Override
    public final DeviceStatus status() {
        return status.get();
    }

    @Override
    public final void onStatus(Consumer<DeviceStatus> listener) {
        status.tell(listener);
    }
}
