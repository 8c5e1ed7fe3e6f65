package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.app.config.Devices;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.verb.StopSignal;
import dev.kioskguard.device.Backoff;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb that puts the native devices of this machine on the XFS4IoT wire, in a process that may crash. */
@Command(
        name = "xfs-bridge",
        description = {
            "Serves the devices of this machine's CEN/XFS manager as XFS4IoT services, to this machine alone. The"
                    + " drivers run in a process of their own, in a JVM of their size: where one crashes, that process"
                    + " dies and is started again, and the guard's devices are offline meanwhile.%n",
            "Prints 'publisher ws://...' and, when all of it serves, 'ready ws://...'. In kiosk.yaml the devices are"
                    + " then xfs4iot:ws://127.0.0.1:5846/xfs4iot/v1.0/CardReader, and /PinPad, /Camera, /Lights, and"
                    + " /Auxiliaries for speaker and sensors. Logs, and what is left of a crash, are in"
                    + " DATA/logs/xfs-bridge.%n"
        })
public final class XfsBridgeCommand implements Callable<Integer> {

    /** Half a second at first, half a minute at most; a minute of service makes the next death the first again. */
    private static final Supervisor.Patience PATIENCE =
            new Supervisor.Patience(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30)), Duration.ofMinutes(1));

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Places places;

    @Mixin
    private Ports ports = new Ports();

    @Option(
            names = "--service",
            paramLabel = "KIND=NAME",
            description = "a logical service, as card-reader=IDCARD1, for each of card-reader, pin-pad, camera,"
                    + " speaker, lights, sensors (default: those of xfs-bridge.yaml in the folder of the"
                    + " configuration)")
    private List<String> services = List.of();

    @Option(
            names = "--java",
            paramLabel = "PATH",
            description = "the java to run the drivers in, of 32 bits where they have 32 (default: this one)")
    private @Nullable Path java;

    @Override
    public Integer call() throws InterruptedException {
        Supervisor supervisor = new Supervisor(launch(), firstPort(), PATIENCE, new SecureRandom(), voice());
        try (StopSignal stop = new StopSignal()) {
            Thread waiting = new Thread(
                    () -> {
                        try {
                            stop.await();
                            supervisor.stop();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "bridge-stop");
            waiting.setDaemon(true);
            waiting.start();
            return supervisor.run();
        }
    }

    private Launch launch() {
        try {
            Devices devices = services.isEmpty() ? Services.configured(places.config()) : Services.named(services);
            Path logs = places.data().resolve("logs").resolve("xfs-bridge").toAbsolutePath();
            return new Launch(launcher(), mainClass(), logs, Services.written(devices));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "kiosk: " + e.getMessage(), e);
        }
    }

    private Path launcher() {
        if (java == null) {
            boolean windows = System.getProperty("os.name", "").startsWith("Windows");
            return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
        }
        if (!Files.isRegularFile(java)) {
            throw new IllegalArgumentException(
                    "there is no Java at %s; write the path of the java program itself".formatted(java));
        }
        return java;
    }

    /** The host's verb is a neighbour of this one, wherever this one was found. */
    private String mainClass() {
        return spec.root().userObject().getClass().getName();
    }

    private List<String> firstPort() {
        try {
            return ports.first() == ports.last() ? List.of("--port=" + ports.first()) : List.of();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "kiosk: " + e.getMessage(), e);
        }
    }

    private Supervisor.Voice voice() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return new Supervisor.Voice() {
            @Override
            public void serving(String publisher) {
                out.println(HostCommand.PUBLISHER + publisher);
                out.println(HostCommand.READY + publisher);
                out.flush();
            }

            @Override
            public void say(String line) {
                err.println("kiosk: " + line);
                err.flush();
            }
        };
    }
}
