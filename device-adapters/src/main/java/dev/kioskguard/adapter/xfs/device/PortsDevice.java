package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.device.Ports.Port;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.DeviceAddress;
import java.util.List;
import java.util.stream.Stream;

/** Whatever is known by the ports of an SIU, by events where the service tells them and by its status. */
abstract class PortsDevice extends XfsDevice {

    private final Ports ports;

    PortsDevice(XfsManager manager, DeviceAddress address, Port... ports) {
        super(manager, address, ServiceClass.SIU);
        this.ports = new Ports(ports);
    }

    @Override
    public final void opened() {
        ports.enable(session(), this);
    }

    @Override
    public final List<Fact> inspect() {
        return Stream.concat(super.inspect().stream(), ports.events().stream()).toList();
    }

    @Override
    final void statusRead(Snapshot read) {
        ports.read(read);
        tell();
    }

    @Override
    final void told(XfsEvent event) {
        if (ports.told(event)) {
            tell();
        }
    }

    /** Tells what the ports come to. On the loop. */
    abstract void tell();

    final int value(Port port) {
        return ports.value(port);
    }
}
