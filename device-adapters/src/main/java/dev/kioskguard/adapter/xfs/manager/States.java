package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.Locale;

/** What {@code fwDevice}, which every class of service has alike, says of a device. */
final class States {

    private static final int CHARS_MAX = 200;

    private States() {}

    /** Reads the state of a status; what the vendor adds goes to the engineer where something is wrong. */
    static DeviceStatus of(Snapshot status) {
        try {
            return read(status);
        } catch (NativeFieldException e) {
            return new DeviceStatus(State.HARDWARE_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static DeviceStatus read(Snapshot status) {
        int number = status.view().oneOf("fwDevice", Api.WFS_STAT_DEVPOTENTIALFRAUD);
        State state = switch (number) {
            // A device that works for somebody, perhaps for us, is there and in order.
            case Api.WFS_STAT_DEVONLINE, Api.WFS_STAT_DEVBUSY -> State.ONLINE;
            case Api.WFS_STAT_DEVPOWEROFF -> State.POWER_OFF;
            case Api.WFS_STAT_DEVNODEVICE -> State.NO_DEVICE;
            case Api.WFS_STAT_DEVHWERROR -> State.HARDWARE_ERROR;
            case Api.WFS_STAT_DEVUSERERROR -> State.USER_ERROR;
            case Api.WFS_STAT_DEVFRAUDATTEMPT -> State.FRAUD_ATTEMPT;
            case Api.WFS_STAT_DEVPOTENTIALFRAUD -> State.POTENTIAL_FRAUD;
            default -> State.OFFLINE;
        };
        if (state == State.ONLINE) {
            return DeviceStatus.ONLINE;
        }
        String extra = String.join("; ", status.extra());
        String detail = "the provider says %s (fwDevice %d)"
                .formatted(state.name().toLowerCase(Locale.ROOT).replace('_', ' '), number);
        return new DeviceStatus(state, extra.isEmpty() ? detail : detail + ": " + printable(extra));
    }

    private static String printable(String text) {
        String one = text.replaceAll("\\p{Cntrl}+", " ");
        return one.substring(0, Math.min(one.length(), CHARS_MAX));
    }
}
