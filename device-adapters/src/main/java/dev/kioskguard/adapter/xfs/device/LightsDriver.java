package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Turn;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The guidance lights (CWA 16926-10, service class SIU). The standard numbers those of card reader and PIN pad; which
 * of the others shows the status of the terminal is up to its wiring, so the address says it.
 */
final class LightsDriver extends XfsDevice implements Lights {

    private static final String SET = "SET_GUIDLIGHT";

    private final Turn turn = new Turn();
    private final ServiceAddress wiring;

    LightsDriver(XfsManager manager, DeviceAddress address) {
        super(manager, address, ServiceClass.SIU);
        this.wiring = ServiceAddress.of(address);
    }

    @Override
    public CompletionStage<Void> set(Light light, Flash flash, Duration timeout) {
        return turn.take("set light", () -> {
            OptionalInt port = port(light);
            if (port.isEmpty()) {
                return CompletableFuture.failedFuture(new DeviceException(
                        Fault.UNSUPPORTED,
                        SET,
                        "the terminal has no light %s, or its address does not say which: %s?%s=N"
                                .formatted(word(light), address(), word(light))));
            }
            return execute(Command.plain(
                            SET,
                            Siu.WFS_CMD_SIU_SET_GUIDLIGHT,
                            session()
                                    .struct("WFSSIUSETGUIDLIGHT")
                                    .set("wGuidLight", port.getAsInt())
                                    .set("fwCommand", command(flash)),
                            timeout))
                    .thenApply(done -> null);
        });
    }

    /** Returns which guidance light it is; empty where the service lists its lights and this is none of them. */
    private OptionalInt port(Light light) {
        OptionalInt wired = wiring.port(word(light));
        OptionalInt port = switch (light) {
            case CARD_READER -> OptionalInt.of(wired.orElse(Siu.WFS_SIU_CARDUNIT));
            case PIN_PAD -> OptionalInt.of(wired.orElse(Siu.WFS_SIU_PINPAD));
            case STATUS_IN_SERVICE, STATUS_SUPERVISOR -> wired;
        };
        boolean isThere = port.isPresent()
                && port.getAsInt() < Siu.WFS_SIU_GUIDLIGHTS_SIZE
                && session()
                        .capabilities()
                        .map(can -> can.view().numbers("fwGuidLights")[port.getAsInt()] != Siu.WFS_SIU_NOT_AVAILABLE)
                        .orElse(true);
        return isThere ? port : OptionalInt.empty();
    }

    /** Returns the XFS4IoT name of a light. */
    static String word(Light light) {
        return switch (light) {
            case CARD_READER -> "cardReader";
            case PIN_PAD -> "pinPad";
            case STATUS_IN_SERVICE -> "statusInService";
            case STATUS_SUPERVISOR -> "statusSupervisor";
        };
    }

    private static int command(Flash flash) {
        return switch (flash) {
            case OFF -> Siu.WFS_SIU_OFF;
            case SLOW -> Siu.WFS_SIU_SLOW_FLASH;
            case MEDIUM -> Siu.WFS_SIU_MEDIUM_FLASH;
            case QUICK -> Siu.WFS_SIU_QUICK_FLASH;
            case CONTINUOUS -> Siu.WFS_SIU_CONTINUOUS;
        };
    }

    @Override
    void statusRead(Snapshot read) {
        // All there is to say is in the status of the device.
    }
}
