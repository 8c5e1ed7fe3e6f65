package dev.kioskguard.app.config;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.commons.configuration2.reloading.ReloadingController;
import org.jspecify.annotations.Nullable;

/**
 * What one file says: always the last that was good. A file that is refused changes nothing but the {@link #status}.
 * Threadsafe.
 *
 * @param <T> what is made of its bytes; immutable
 */
public final class FileWatch<T> {

    private final InstantSource time;
    private final Reading<T> reading;
    private final FileContent content;
    private final ReloadingController reloading;
    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private List<Consumer<T>> untold = List.of();
    private volatile T current;
    private volatile ConfigStatus status;

    private FileWatch(FileContent content, InstantSource time, Reading<T> reading, @Nullable T meanwhile) {
        this.time = time;
        this.reading = reading;
        this.content = content;
        this.reloading = new ReloadingController(content);
        try {
            byte[] first = content.bytes();
            current = reading.read(first, null);
            content.seen(first);
            status = new ConfigStatus(time.instant(), null);
        } catch (ConfigException refused) {
            if (meanwhile == null) {
                throw refused;
            }
            current = meanwhile;
            status = new ConfigStatus(time.instant(), new ConfigStatus.Refusal(time.instant(), refused.complaints()));
        }
    }

    /**
     * Reads a file for the first time.
     *
     * @param bytesMax a file that is larger is refused
     * @throws ConfigException with every complaint
     */
    public static <T> FileWatch<T> open(Path file, int bytesMax, InstantSource time, Reading<T> reading) {
        return new FileWatch<>(new FileContent(file, bytesMax), time, reading, null);
    }

    /** Reads a file for the first time; until there is a good one, {@code meanwhile} counts. */
    public static <T> FileWatch<T> openOr(
            T meanwhile, Path file, int bytesMax, InstantSource time, Reading<T> reading) {
        return new FileWatch<>(new FileContent(file, bytesMax), time, reading, meanwhile);
    }

    public T current() {
        return current;
    }

    public ConfigStatus status() {
        return status;
    }

    /** Calls somebody with each new value, on the thread that found it. */
    public void onChange(Consumer<T> listener) {
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
            take(reading.read(content.latest(), current));
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
        List<Consumer<T>> again = new ArrayList<>();
        for (Consumer<T> listener : untold) {
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

    /**
     * Reads the file once more, where something else that it must fit has become known.
     *
     * @throws ConfigException when it does not fit
     */
    synchronized void again() {
        take(reading.read(content.bytes(), current));
        tell();
    }

    private void take(T fresh) {
        status = new ConfigStatus(time.instant(), null);
        if (!fresh.equals(current)) {
            current = fresh;
            untold = listeners;
        }
    }

    /**
     * How bytes become a value.
     *
     * @param <T> the value
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads the bytes of the file.
         *
         * @param before what counts now; null the first time
         * @throws ConfigException when they do not count
         */
        T read(byte[] bytes, @Nullable T before);
    }
}
