package dev.kioskguard.sim.whole;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./kiosk simulate}, or the guard alone, as a process of its own, which can be ended from outside. */
final class ChildSimulation implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final long ENDED_WITHIN_S = 30;

    private final Process process;
    private final Path output;

    private ChildSimulation(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts one and returns when all of it serves. */
    static ChildSimulation start(Premises premises) throws IOException {
        return start(premises, "dev.kioskguard.sim.app.Main", "simulate", "--headless", "--pace=" + Premises.PACE);
    }

    /** Starts the guard alone, on the devices that the configuration names. */
    static ChildSimulation guardAlone(Premises premises) throws IOException {
        return start(premises, "dev.kioskguard.app.Main", "run");
    }

    private static ChildSimulation start(Premises premises, String... verb) throws IOException {
        Path output = Files.createTempFile(premises.config().getParent(), "simulation", ".out");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(verb));
        command.addAll(List.of(
                "--config=" + premises.config(), "--data=" + premises.data(), "--port-base=" + premises.portBase()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(output.resolveSibling("simulation.err").toFile())
                .start();
        var child = new ChildSimulation(process, output);
        try {
            await().atMost(READY_WITHIN)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() ->
                            !process.isAlive() || child.lines().stream().anyMatch(line -> line.startsWith("ready ")));
        } catch (RuntimeException late) {
            child.close();
            throw late;
        }
        return child;
    }

    /** What it has said on standard output. */
    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power failure would. */
    void kill() {
        process.destroyForcibly();
    }

    /** Asks it to end, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return ended();
    }

    int ended() throws InterruptedException {
        if (!process.waitFor(ENDED_WITHIN_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the simulation does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
