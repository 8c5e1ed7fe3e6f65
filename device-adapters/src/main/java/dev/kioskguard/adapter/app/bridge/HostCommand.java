package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.adapter.xfs.device.XfsProvider;
import dev.kioskguard.adapter.xfs4iot.bridge.Bridge;
import dev.kioskguard.adapter.xfs4iot.bridge.BridgedPorts;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.config.Devices;
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
import java.util.function.Supplier;
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

    /** The exit code where a driver crashed that the JVM survived, as on Windows. */
    static final int DRIVER_CRASHED = 70;

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
        Devices named = asked(() -> Services.named(services));
        var hearsay = new Hearsay(this::say);
        try (var written = LogSetup.into(logs);
                var devices = asked(() -> open(named));
                var host = Bridge.open(
                        new BridgedPorts(new HashSet<>(devices.byPlace().values()), hearsay::heard),
                        Alarms.on(clock),
                        ports.first(),
                        ports.last())) {
            hearsay.lookFor(named, devices);
            serve(host);
        } finally {
            clock.shutdownNow();
        }
        return 0;
    }

    private <T> T asked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "kiosk: " + e.getMessage(), e);
        }
    }

    private OpenDevices open(Devices named) {
        OpenDevices devices = OpenDevices.with(new XfsProvider(this::crashed));
        devices.openAll(named, Map.of());
        return devices;
    }

    /** Ends as any other crash of a driver ends this process, so that whoever started it starts it again. */
    private void crashed(String why) {
        say(why);
        Runtime.getRuntime().halt(DRIVER_CRASHED);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void serve(ServiceHost host) throws IOException {
        say(PUBLISHER + host.publisher());
        say(READY + host.publisher());
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
