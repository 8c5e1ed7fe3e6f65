package dev.kioskguard.sim.wire.driver;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceContract;
import dev.kioskguard.sim.bridge.Bridged;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import dev.kioskguard.sim.wire.TerminalServices;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The terminal in software on a free port, and the production driver that finds its device there by the publisher. */
abstract class WireBench<D extends Device> implements DeviceContract.Bench<D> {

    private static final long PATIENCE_SECONDS = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "alarms");
        thread.setDaemon(true);
        return thread;
    });
    private final Environment environment =
            Environment.create(new Tls(null, null).context(), new Random(2024), Timings.STANDARD);
    private final Class<D> kind;
    private final TerminalDevice device;
    private final Way way;

    final Terminal terminal = new Terminal(Alarms.on(clock), new Random(17852), serialNumber());
    private final ServiceHost host = TerminalServices.openAt(0, terminal, Alarms.on(clock));

    private @Nullable Bridged bridge;

    WireBench(Class<D> kind, TerminalDevice device, Way way) {
        this.kind = kind;
        this.device = device;
        this.way = way;
    }

    /** How the device is reached: at the terminal's own services, or once more through the bridge. */
    enum Way {
        DIRECT,
        BRIDGED
    }

    static String serialNumber() {
        return "KG-0002";
    }

    @Override
    public D open() {
        D direct = new Xfs4IotProvider(environment).open(DeviceAddress.of("xfs4iot:" + host.publisher()), kind);
        if (way == Way.DIRECT) {
            return direct;
        }
        bridge = new Bridged(direct);
        return bridge.open(kind);
    }

    @Override
    public void cutLine() {
        breakDown(Fault.LOST);
    }

    void breakDown(Fault fault) {
        terminal.fault(device, fault, Optional.empty());
    }

    static <T> T settled(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        if (bridge != null) {
            bridge.close();
        }
        host.close();
        environment.loop().close();
        clock.shutdownNow();
    }
}
