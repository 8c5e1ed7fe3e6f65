package dev.kioskguard.adapter.opencv.capture;

import dev.kioskguard.device.DeviceStatus;

/** No picture comes, and why, in the words that a device's status has for it. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeviceStatus.State state;

    public SourceException(DeviceStatus.State state, String detail) {
        super(detail);
        this.state = state;
    }

    public DeviceStatus status() {
        return new DeviceStatus(state, String.valueOf(getMessage()));
    }
}
