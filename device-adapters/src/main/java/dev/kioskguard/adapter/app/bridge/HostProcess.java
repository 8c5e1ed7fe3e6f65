package dev.kioskguard.adapter.app.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of the process that hosts the drivers. Its standard input is the line it lives on. */
final class HostProcess {

    /** How long it may take to end when asked to; a little more than it allows its drivers. */
    static final Duration ENDING_MAX = HostCommand.CLOSING_MAX.plusSeconds(2);

    /** What drivers print is cut into lines of so many characters. */
    private static final int LINE_CHARS_MAX = 4096;

    private final Process process;

    private HostProcess(Process process) {
        this.process = process;
    }

    /** Follows a process that was just started, each of whose lines is told on a thread of this class. */
    static HostProcess following(Process process, Consumer<String> line) {
        Thread reading = new Thread(() -> read(process, line), "bridge-host-output");
        reading.setDaemon(true);
        reading.start();
        return new HostProcess(process);
    }

    private static void read(Process process, Consumer<String> told) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = out.read(); next >= 0; next = out.read()) {
                boolean ends = next == '\n' || line.length() == LINE_CHARS_MAX;
                if (ends) {
                    told.accept(line.toString());
                    line.setLength(0);
                }
                if (next != '\n' && next != '\r') {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            // The process is gone, and with it what it had to say.
        }
    }

    long pid() {
        return process.pid();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end, and makes it end if it does not. */
    void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ENDING_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
