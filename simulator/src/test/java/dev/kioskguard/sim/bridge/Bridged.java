package dev.kioskguard.sim.bridge;

import dev.kioskguard.adapter.xfs4iot.bridge.Bridge;
import dev.kioskguard.adapter.xfs4iot.bridge.BridgedPorts;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A device behind the bridge: the production client on a real WebSocket, the bridge's service, and the device. */
public final class Bridged implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bridge-alarms");
        thread.setDaemon(true);
        return thread;
    });
    private final Environment environment =
            Environment.create(new Tls(null, null).context(), new Random(1), Timings.STANDARD);
    private final Device inner;
    private final ServiceHost host;

    public Bridged(Device inner) {
        this.inner = inner;
        this.host = Bridge.open(new BridgedPorts(Set.of(inner)), Alarms.on(clock), 0, 0);
    }

    public ServiceHost host() {
        return host;
    }

    /** Opens the device at the far end. */
    public <D extends Device> D open(Class<D> kind) {
        return new Xfs4IotProvider(environment).open(DeviceAddress.of("xfs4iot:" + host.publisher()), kind);
    }

    @Override
    public void close() {
        host.close();
        inner.close();
        environment.loop().close();
        clock.shutdownNow();
    }
}
