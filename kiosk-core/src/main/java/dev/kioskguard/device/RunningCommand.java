package dev.kioskguard.device;

import java.util.concurrent.CompletableFuture;

/** A command that a device was given and may be asked to give up. Thread-safe. */
public interface RunningCommand<T> {

    /** Completes on the loop of the device; fails with {@link DeviceException} only. */
    CompletableFuture<T> result();

    /** Asks the device to stop, upon which the result fails as canceled; what has ended is left as it is. */
    void cancel();
}
