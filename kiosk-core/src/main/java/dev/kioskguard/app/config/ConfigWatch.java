package dev.kioskguard.app.config;

import dev.kioskguard.risk.RiskPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a running guard, {@code kiosk.yaml} and {@code risk.yaml} beside it: of each always the last
 * that was good. Threadsafe.
 */
public final class ConfigWatch implements AutoCloseable {

    private final Path file;
    private final ConfigSchema schema = new ConfigSchema("kiosk.schema.json");
    private final FileWatch<KioskConfig> kiosk;
    private final RiskFile riskFile;
    private final FileWatch<RiskPolicy> risk;
    private final ScheduledThreadPoolExecutor poll;

    private ConfigWatch(Path file, InstantSource time) {
        this.file = file;
        kiosk = FileWatch.open(file, ConfigText.BYTES_MAX, time, this::read);
        riskFile = new RiskFile(file.resolveSibling("risk.yaml"));
        risk = FileWatch.open(riskFile.path(), ConfigText.BYTES_MAX, time, riskFile);
        poll = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "config");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads a configuration for the first time.
     *
     * @param file {@code kiosk.yaml}; the other files are found beside it
     * @throws ConfigException with every complaint; without a good configuration nothing starts
     */
    public static ConfigWatch open(Path file, InstantSource time) {
        return new ConfigWatch(file, time);
    }

    /** Looks at the files again and again until closed. */
    public ConfigWatch every(Duration interval) {
        var unused = poll.scheduleWithFixedDelay(
                this::check, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Returns the folder of the configuration, against which the paths in it are resolved. */
    public Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    public KioskConfig current() {
        return kiosk.current();
    }

    public ConfigStatus status() {
        return kiosk.status();
    }

    /** Calls somebody with each new configuration, on the thread that found it. */
    public void onChange(Consumer<KioskConfig> listener) {
        kiosk.onChange(listener);
    }

    /** Returns the policy by which transfers are judged. */
    public FileWatch<RiskPolicy> risk() {
        return risk;
    }

    /**
     * Takes a risk policy from now on only if its reasons have words, the one that counts now included.
     *
     * @throws ConfigException naming each rule whose reason has none
     */
    public void speaking(Set<String> reasonsWithWords) {
        riskFile.speaking(reasonsWithWords);
        risk.again();
    }

    /** Looks at the files once, and reads what is another than the last time. */
    public void check() {
        kiosk.check();
        risk.check();
    }

    @Override
    public void close() {
        poll.shutdownNow();
    }

    private KioskConfig read(byte[] bytes, @Nullable KioskConfig before) {
        ConfigText text = ConfigText.parse(file, bytes);
        schema.check(text);
        KioskConfig fresh = ConfigMapping.map(text);
        if (before != null) {
            refuseWhatNeedsARestart(before, fresh);
        }
        return fresh;
    }

    private void refuseWhatNeedsARestart(KioskConfig now, KioskConfig fresh) {
        List<String> complaints = new ArrayList<>();
        compare(complaints, "terminal", now.terminal(), fresh.terminal());
        compare(
                complaints,
                "ownership",
                now.machine().ownership(),
                fresh.machine().ownership());
        compare(complaints, "ports", now.machine().ports(), fresh.machine().ports());
        compare(complaints, "devices", now.machine().devices(), fresh.machine().devices());
        compare(complaints, "limits.load", now.limits().load(), fresh.limits().load());
        compare(complaints, "content", now.content(), fresh.content());
        compare(complaints, "lists", now.lists(), fresh.lists());
        if (!complaints.isEmpty()) {
            throw new ConfigException(complaints);
        }
    }

    private void compare(List<String> complaints, String path, @Nullable Object now, @Nullable Object then) {
        if (!Objects.equals(now, then)) {
            complaints.add(file + ": " + path
                    + ": cannot change while the guard runs; put it back, or restart the guard when no one is at it");
        }
    }
}
