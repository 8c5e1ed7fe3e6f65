package dev.kioskguard.adapter.xfs.library;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Cam;
import dev.kioskguard.adapter.xfs.header.ErrorNames;
import dev.kioskguard.adapter.xfs.header.Idc;
import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.Map;

/** The one gate through which the manager's codes become a {@link DeviceException}, with the name of the call. */
public final class XfsCheck {

    private static final Map<Integer, Fault> FAULTS = Map.ofEntries(
            Map.entry(Api.WFS_ERR_TIMEOUT, Fault.TIMEOUT),
            Map.entry(Api.WFS_ERR_CANCELED, Fault.CANCELED),
            Map.entry(Api.WFS_ERR_LOCKED, Fault.BUSY),
            Map.entry(Api.WFS_ERR_DEV_NOT_READY, Fault.BUSY),
            Map.entry(Api.WFS_ERR_NOT_STARTED, Fault.CONNECTION_LOST),
            Map.entry(Api.WFS_ERR_CONNECTION_LOST, Fault.CONNECTION_LOST),
            Map.entry(Api.WFS_ERR_INVALID_HSERVICE, Fault.CONNECTION_LOST),
            Map.entry(Api.WFS_ERR_UNSUPP_COMMAND, Fault.UNSUPPORTED),
            Map.entry(Api.WFS_ERR_INVALID_COMMAND, Fault.UNSUPPORTED),
            Map.entry(Api.WFS_ERR_UNSUPP_CATEGORY, Fault.UNSUPPORTED),
            Map.entry(Api.WFS_ERR_INVALID_CATEGORY, Fault.UNSUPPORTED),
            Map.entry(Api.WFS_ERR_UNSUPP_DATA, Fault.UNSUPPORTED),
            Map.entry(Idc.WFS_ERR_IDC_MEDIAJAM, Fault.MEDIA_JAMMED),
            Map.entry(Idc.WFS_ERR_IDC_SHUTTERFAIL, Fault.MEDIA_JAMMED),
            Map.entry(Idc.WFS_ERR_IDC_NOMEDIA, Fault.NO_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_MEDIARETAINED, Fault.NO_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_INVALIDMEDIA, Fault.INVALID_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_INVALIDDATA, Fault.INVALID_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_SECURITYFAIL, Fault.INVALID_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_ATRNOTOBTAINED, Fault.INVALID_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_CARDTOOSHORT, Fault.INVALID_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_CARDTOOLONG, Fault.INVALID_MEDIA),
            Map.entry(Idc.WFS_ERR_IDC_PROTOCOLNOTSUPP, Fault.UNSUPPORTED),
            Map.entry(Pin.WFS_ERR_PIN_NOPIN, Fault.NO_PIN),
            Map.entry(Pin.WFS_ERR_PIN_KEYNOTFOUND, Fault.KEY_MISSING),
            Map.entry(Pin.WFS_ERR_PIN_KEYNOVALUE, Fault.KEY_MISSING),
            Map.entry(Pin.WFS_ERR_PIN_KEYNOTSUPPORTED, Fault.UNSUPPORTED),
            Map.entry(Pin.WFS_ERR_PIN_FORMATNOTSUPP, Fault.UNSUPPORTED),
            Map.entry(Pin.WFS_ERR_PIN_ALGORITHMNOTSUPP, Fault.UNSUPPORTED),
            Map.entry(Cam.WFS_ERR_CAM_CAMNOTSUPP, Fault.UNSUPPORTED),
            Map.entry(Siu.WFS_ERR_SIU_INVALID_PORT, Fault.UNSUPPORTED));

    private XfsCheck() {}

    /**
     * Lets success pass.
     *
     * @throws DeviceException with the names of the call and of the code, and with its number, for everything else
     */
    public static void check(String call, int code) {
        if (code != Api.WFS_SUCCESS) {
            throw failure(call, code);
        }
    }

    /** Returns what a code other than success means. */
    public static DeviceException failure(String call, int code) {
        return new DeviceException(FAULTS.getOrDefault(code, Fault.OTHER), call, ErrorNames.of(code));
    }
}
