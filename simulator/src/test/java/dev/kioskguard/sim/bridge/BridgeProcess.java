package dev.kioskguard.sim.bridge;

import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The verb {@code xfs-bridge} in a process of its own, as the launcher starts it. */
public final class BridgeProcess implements AutoCloseable {

    public static final Duration SOON = Duration.ofSeconds(60);

    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final Process process;

    public BridgeProcess(Path data, String... arguments) {
        this(Map.of(), data, arguments);
    }

    /** Starts one with some variables in its environment beside this process's own. */
    public BridgeProcess(Map<String, String> environment, Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "xfs-bridge",
                "--data=" + data));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        keep(process.getInputStream(), out);
        keep(process.getErrorStream(), err);
    }

    private static void keep(InputStream from, List<String> into) {
        Thread reading = new Thread(
                () -> new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(into::add),
                "bridge-process-output");
        reading.setDaemon(true);
        reading.start();
    }

    /** Waits until it serves, and returns its publisher. */
    public String ready() {
        await().atMost(SOON)
                .failFast("the bridge ended", () -> !process.isAlive())
                .until(() -> out.stream().anyMatch(line -> line.startsWith("ready ")));
        return out.get(out.size() - 1).substring("ready ".length());
    }

    /** Returns the process that hosts the drivers now. */
    public ProcessHandle host() {
        await().atMost(SOON).until(() -> process.children().findFirst().isPresent());
        return process.children().findFirst().orElseThrow();
    }

    /** Stops the supervisor in its tracks, and nothing else, so that a dead host stays dead. */
    public void pause() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new AssertionError("the signal could not be sent");
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Process process() {
        return process;
    }

    List<String> out() {
        return out;
    }

    /** Waits until it says something on standard error. */
    public String says(String part) {
        await().atMost(SOON).until(() -> err.stream().anyMatch(line -> line.contains(part)));
        return err.stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
    }

    int exitCode() {
        try {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end; it says " + err);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
