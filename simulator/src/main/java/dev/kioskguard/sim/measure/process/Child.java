package dev.kioskguard.sim.measure.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A verb in a process of its own, started as a user would, until it is closed. */
final class Child implements AutoCloseable {

    private static final int STOP_SECONDS_MAX = 30;
    private static final double KILOBYTES_A_MEGABYTE = 1_024;

    private final Process process;
    private final String serving;

    private Child(Process process, String serving) {
        this.process = process;
        this.serving = serving;
    }

    /**
     * Starts a verb, and waits until it says that it is ready.
     *
     * @param complaints where its standard error goes
     * @throws IOException naming that file, when it ended instead
     */
    static Child start(List<String> command, Path complaints) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(complaints.toFile()).start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("ready ")) {
                return new Child(process, line.substring("ready ".length()));
            }
        }
        process.destroy();
        throw new IOException("%s ended before it was ready: %s"
                .formatted(command.get(0), Files.readString(complaints).strip()));
    }

    /** Returns the address after {@code ready}. */
    String serving() {
        return serving;
    }

    /** Returns whether it is still there after a while in which nothing is asked of it. */
    boolean isAliveAfter(Duration idle) throws InterruptedException {
        return !process.waitFor(idle.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the megabytes that it holds in memory, as Linux counts them. */
    double residentMegabytes() {
        return Resident.kilobytes(process.pid()) / KILOBYTES_A_MEGABYTE;
    }

    /** Ends it as a service is ended, and by force only if it will not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
