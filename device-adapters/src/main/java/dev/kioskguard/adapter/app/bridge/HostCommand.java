package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.adapter.xfs4iot.bridge.Bridge;
import dev.kioskguard.adapter.xfs4iot.bridge.BridgedPorts;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.log.LogSetup;
import dev.kioskguard.app.wiring.OpenDevices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The process that loads the drivers and serves them. It lives as long as its standard input is open, so that it ends
 * with whoever started it, however that came to its end.
 */
@Command(name = HostCommand.NAME, hidden = true, description = "hosts the drivers for xfs-bridge, which starts it")
public final class HostCommand implements Callable<Integer> {

    static final String NAME = "xfs-bridge-host";

    /** What it says first, followed by the address of the publisher. */
    static final String PUBLISHER = "publisher ";

    /** What it says when all of it serves, followed by the same address. */
    static final String READY = "ready ";

    /** How long drivers may take to be closed; after that the process ends without them. */
    static final Duration CLOSING_MAX = Duration.ofSeconds(5);

    private static final int NOT_CLOSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Mixin
    private Ports ports = new Ports();

    @Option(names = "--service", required = true, paramLabel = "KIND=NAME", description = "a device to be served")
    private List<String> services = List.of();

    @Option(names = "--logs", required = true, paramLabel = "DIR", description = "the folder of its logs")
    @SuppressWarnings("NullAway.Init")
    private Path logs;

    @Override
    @SuppressWarnings("try") // The logs are only to be closed.
    public Integer call() throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bridge-clock");
            thread.setDaemon(true);
            return thread;
        });
        try (var written = LogSetup.into(logs);
                var devices = open();
                var host = Bridge.open(
                        new BridgedPorts(new HashSet<>(devices.byPlace().values())),
                        Alarms.on(clock),
                        ports.first(),
                        ports.last())) {
            serve(host);
        } finally {
            clock.shutdownNow();
        }
        return 0;
    }

    private OpenDevices open() {
        try {
            return OpenDevices.open(Services.named(services), Map.of());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "kiosk: " + e.getMessage(), e);
        }
    }

    private void serve(ServiceHost host) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(PUBLISHER + host.publisher());
        out.println(READY + host.publisher());
        out.flush();
        while (System.in.read() >= 0) {
            // Nothing is ever said to this process; that its input ends is what it waits for.
        }
        endEvenIfDriversHang();
    }

    private static void endEvenIfDriversHang() {
        Thread last = new Thread(
                () -> {
                    try {
                        var unused = new CountDownLatch(1).await(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(NOT_CLOSED);
                },
                "bridge-end");
        last.setDaemon(true);
        last.start();
    }
}
