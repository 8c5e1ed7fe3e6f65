package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.DeviceService;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.adapter.xfs4iot.service.device.AuxiliariesMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.CameraMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.CardReaderMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.LightsMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.PinPadMessages;
import dev.kioskguard.sim.terminal.Terminal;
import java.util.List;

/** The terminal on the wire: one service for each of its devices. */
public final class TerminalServices {

    public static final String CARD_READER = CardReaderMessages.SERVICE;
    public static final String PIN_PAD = PinPadMessages.SERVICE;
    public static final String CAMERA = CameraMessages.SERVICE;
    public static final String LIGHTS = LightsMessages.SERVICE;
    public static final String AUXILIARIES = AuxiliariesMessages.SERVICE;
    public static final String TEXT_TERMINAL = "TextTerminal";

    private static final String VENDOR = "Kiosk Guard terminal in software";

    private TerminalServices() {}

    /**
     * Opens the terminal at the first free of the ports that a client tries.
     *
     * @param alarms how time-outs and slowness are counted
     * @throws IllegalStateException when none of them is free
     */
    public static ServiceHost open(Terminal terminal, Alarms alarms) {
        return new ServiceHost(VENDOR, of(terminal, alarms), alarms, ServiceHost.PORT_FIRST, ServiceHost.PORT_LAST);
    }

    /**
     * Opens the terminal at one port.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when it is not free
     */
    public static ServiceHost openAt(int port, Terminal terminal, Alarms alarms) {
        return new ServiceHost(VENDOR, of(terminal, alarms), alarms, port, port);
    }

    private static List<DeviceService> of(Terminal terminal, Alarms alarms) {
        return List.of(
                new CardReaderService(terminal, alarms),
                new PinPadService(terminal, alarms),
                new CameraService(terminal, alarms),
                new LightsService(terminal, alarms),
                new AuxiliariesService(terminal, alarms),
                new TextTerminalService(terminal, alarms));
    }
}
