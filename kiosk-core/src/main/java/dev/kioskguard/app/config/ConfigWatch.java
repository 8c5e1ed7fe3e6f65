package dev.kioskguard.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.commons.configuration2.reloading.ReloadingController;

/**
 * The configuration of a running guard: always the last that was good. A file that is refused changes nothing but the
 * {@link #status}. Threadsafe.
 */
public final class ConfigWatch implements AutoCloseable {

    private final Path file;
    private final InstantSource time;
    private final ConfigSchema schema = new ConfigSchema();
    private final FileContent content;
    private final ReloadingController reloading;
    private final List<Consumer<KioskConfig>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor poll;
    private List<Consumer<KioskConfig>> untold = List.of();
    private volatile KioskConfig current;
    private volatile ConfigStatus status;

    private ConfigWatch(Path file, InstantSource time) {
        this.file = file;
        this.time = time;
        content = new FileContent(file);
        reloading = new ReloadingController(content);
        byte[] first = ConfigText.bytes(file);
        current = read(first);
        content.seen(first);
        status = new ConfigStatus(time.instant(), null);
        poll = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "config");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads a configuration for the first time.
     *
     * @throws ConfigException with every complaint; without a good configuration nothing starts
     */
    public static ConfigWatch open(Path file, InstantSource time) {
        return new ConfigWatch(file, time);
    }

    /** Looks at the file again and again until closed. */
    public ConfigWatch every(Duration interval) {
        var unused = poll.scheduleWithFixedDelay(
                this::check, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    public KioskConfig current() {
        return current;
    }

    public ConfigStatus status() {
        return status;
    }

    /** Calls somebody with each new configuration, on the thread that found it. */
    public void onChange(Consumer<KioskConfig> listener) {
        listeners.add(listener);
    }

    /** Looks at the file once, and reads it if it is another than the last time. */
    public synchronized void check() {
        if (reloading.checkForReloading(null)) {
            reload();
        }
        tell();
    }

    private void reload() {
        try {
            KioskConfig fresh = read(content.latest());
            refuseWhatNeedsARestart(fresh);
            status = new ConfigStatus(time.instant(), null);
            if (!fresh.equals(current)) {
                current = fresh;
                untold = listeners;
            }
        } catch (ConfigException refused) {
            status = new ConfigStatus(
                    status.goodSince(),
                    new ConfigStatus.Refusal(time.instant(), refused.complaints()),
                    status.unheeded());
        } finally {
            reloading.resetReloadingState();
        }
    }

    /** A listener that fails keeps no other from hearing, and is told again at the next look. */
    private void tell() {
        String unheeded = null;
        List<Consumer<KioskConfig>> again = new ArrayList<>();
        for (Consumer<KioskConfig> listener : untold) {
            try {
                listener.accept(current);
            } catch (RuntimeException failed) {
                again.add(listener);
                unheeded = "a part of the guard still goes by the configuration before; it is tried again: "
                        + failed.getMessage();
            }
        }
        untold = again;
        if (!Objects.equals(unheeded, status.unheeded())) {
            status = new ConfigStatus(status.goodSince(), status.refusal(), unheeded);
        }
    }

    @Override
    public void close() {
        poll.shutdownNow();
    }

    private KioskConfig read(byte[] bytes) {
        ConfigText text = ConfigText.parse(file, bytes);
        List<String> complaints = schema.complaints(text);
        if (!complaints.isEmpty()) {
            throw new ConfigException(complaints);
        }
        return ConfigMapping.map(text);
    }

    private void refuseWhatNeedsARestart(KioskConfig fresh) {
        List<String> complaints = new ArrayList<>();
        compare(complaints, "terminal", current.terminal(), fresh.terminal());
        compare(
                complaints,
                "ownership",
                current.machine().ownership(),
                fresh.machine().ownership());
        compare(complaints, "ports", current.machine().ports(), fresh.machine().ports());
        compare(
                complaints,
                "devices",
                current.machine().devices(),
                fresh.machine().devices());
        compare(
                complaints,
                "limits.load",
                current.limits().load(),
                fresh.limits().load());
        compare(complaints, "content", current.content(), fresh.content());
        if (!complaints.isEmpty()) {
            throw new ConfigException(complaints);
        }
    }

    private void compare(List<String> complaints, String path, Object now, Object then) {
        if (!Objects.equals(now, then)) {
            complaints.add(file + ": " + path
                    + ": cannot change while the guard runs; put it back, or restart the guard when no one is at it");
        }
    }
}
