package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import java.util.ArrayList;
import java.util.List;

/** Ports as XFS4IoT services on loopback: one for each device, speaker and sensors together. */
public final class Bridge {

    private static final String VENDOR = "Kiosk Guard bridge";

    private Bridge() {}

    /**
     * Opens the services at the first free port of a range; the devices stay their owner's to close.
     *
     * @param portFirst 0, with {@code portLast} 0, for any free port
     * @throws IllegalStateException when no port of the range is free
     */
    public static ServiceHost open(BridgedPorts ports, Alarms alarms, int portFirst, int portLast) {
        return new ServiceHost(VENDOR, services(ports), alarms, portFirst, portLast);
    }

    private static List<PortService> services(BridgedPorts ports) {
        Answers answers = new Answers(Catalog.load());
        List<PortService> services = new ArrayList<>();
        ports.cardReader().ifPresent(port -> services.add(new CardReaderService(port, answers)));
        ports.pinPad().ifPresent(port -> services.add(new PinPadService(port, answers)));
        ports.camera().ifPresent(port -> services.add(new CameraService(port, answers)));
        ports.lights().ifPresent(port -> services.add(new LightsService(port, answers)));
        if (ports.speaker().isPresent() || ports.sensors().isPresent()) {
            services.add(new AuxiliariesService(ports.speaker(), ports.sensors(), answers));
        }
        services.forEach(service -> service.tell(ports.heard()));
        return services;
    }
}
