package dev.kioskguard.sim.measure.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser without a window that shows one page until it is closed. */
public final class Browser implements AutoCloseable {

    private static final int STOP_SECONDS_MAX = 10;
    private static final List<String> COMMAND = List.of(
            "chromium",
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--no-first-run",
            "--mute-audio",
            "--autoplay-policy=no-user-gesture-required",
            "--window-size=1024,768");

    private final Process process;

    private Browser(Process process) {
        this.process = process;
    }

    /**
     * Opens a page.
     *
     * @param profile a folder, made by the browser
     * @param more of its switches
     */
    public static Browser at(URI page, Path profile, String... more) throws IOException {
        var command = new ArrayList<>(COMMAND);
        command.addAll(List.of(more));
        command.add("--user-data-dir=" + profile);
        command.add(page.toString());
        return new Browser(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Complains where the browser has ended by itself, as then nothing that was measured can be trusted. */
    public void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("chromium ended with code " + process.exitValue() + "; start it by hand to see why");
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
