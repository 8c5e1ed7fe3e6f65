package dev.kioskguard.app.doctor;

import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.ReportingDevice;

/** A device that is there, and does what its test says. */
abstract class PlayedDevice extends ReportingDevice {

    PlayedDevice() {
        super(DeviceAddress.of("played:0"));
        found(DeviceStatus.ONLINE);
    }

    @Override
    public void close() {}
}
