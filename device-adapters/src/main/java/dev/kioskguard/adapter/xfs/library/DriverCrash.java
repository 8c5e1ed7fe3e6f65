package dev.kioskguard.adapter.xfs.library;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a driver has crashed in a call of ours. Elsewhere such a crash ends the process; on Windows JNA makes an
 * Error of it and the process goes on, with memory and locks that nobody can vouch for. So there is no second call.
 * Thread-safe.
 */
public final class DriverCrash {

    private static final Logger LOG = LoggerFactory.getLogger(DriverCrash.class);

    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Has the listener told of a crash, once, on the thread that it happens on. */
    public void heardBy(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Returns what has happened, and what to do, once it has. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }

    /**
     * Makes a call and returns its code.
     *
     * @throws DeviceException when a driver crashes in it, when one has crashed before, and when the manager has no
     *     such function
     */
    public int during(String function, IntSupplier call) {
        String before = reason.get();
        if (before != null) {
            throw new DeviceException(Fault.CONNECTION_LOST, function, before);
        }
        try {
            return call.getAsInt();
        } catch (Error e) {
            throw failure(function, e);
        }
    }

    /** Returns what an Error out of native code means, which is a crash unless the function was never reached. */
    public DeviceException failure(String function, Error e) {
        if (e instanceof LinkageError) {
            return new DeviceException(Fault.UNSUPPORTED, function, "the XFS manager has no such function", e);
        }
        String why = "the driver crashed: %s in %s; restart; better behind ./kiosk xfs-bridge"
                .formatted(e.getMessage(), function);
        if (reason.compareAndSet(null, why)) {
            LOG.error(why, e);
            listeners.forEach(listener -> listener.accept(why));
        }
        return new DeviceException(Fault.CONNECTION_LOST, function, why, e);
    }
}
