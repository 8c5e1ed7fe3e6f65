package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Idc;
import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service told, with what came along where the binding has a use for it.
 *
 * @param message which kind it is, such as {@link Api#WFS_SERVICE_EVENT}
 * @param id which event of that kind
 * @param brought null where it brought nothing that is of use
 * @param problem why what it brought could not be read, with the name of the field; empty where all is well
 */
public record XfsEvent(int message, int id, @Nullable Snapshot brought, String problem) {

    private static final Map<Integer, String> SERVICE_STRUCTS = Map.of(
            Idc.WFS_SRVE_IDC_CARDACTION, "WFSIDCCARDACT",
            Siu.WFS_SRVE_SIU_PORT_STATUS, "WFSSIUPORTEVENT");

    private static final Map<Integer, String> EXECUTE_STRUCTS = Map.of(Pin.WFS_EXEE_PIN_KEY, "WFSPINKEY");

    private static final Map<Integer, String> SYSTEM_STRUCTS = Map.of(
            Api.WFS_SYSE_DEVICE_STATUS, "WFSDEVSTATUS",
            Api.WFS_SYSE_HARDWARE_ERROR, "WFSHWERROR",
            Api.WFS_SYSE_SOFTWARE_ERROR, "WFSHWERROR",
            Api.WFS_SYSE_USER_ERROR, "WFSHWERROR",
            Api.WFS_SYSE_FRAUD_ATTEMPT, "WFSHWERROR",
            Api.WFS_SYSE_APP_DISCONNECT, "WFSAPPDISC");

    /** Reads an event while its result lasts. What it brought may be rubbish; that it came is known all the same. */
    static XfsEvent read(int message, Received received, Header header) {
        String struct = switch (message) {
            case Api.WFS_SERVICE_EVENT -> SERVICE_STRUCTS.get(received.id());
            case Api.WFS_EXECUTE_EVENT -> EXECUTE_STRUCTS.get(received.id());
            case Api.WFS_SYSTEM_EVENT -> SYSTEM_STRUCTS.get(received.id());
            default -> null;
        };
        if (struct == null) {
            return new XfsEvent(message, received.id(), null, "");
        }
        try {
            return new XfsEvent(message, received.id(), Snapshot.read(received, header, struct), "");
        } catch (NativeFieldException e) {
            return new XfsEvent(message, received.id(), null, String.valueOf(e.getMessage()));
        }
    }

    boolean is(int kind, int which) {
        return message == kind && id == which;
    }
}
