package dev.kioskguard.device;

import dev.kioskguard.device.DeviceException.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One operation of a device at a time. Thread-safe. */
public final class Turn {

    private final AtomicBoolean taken = new AtomicBoolean();

    /** Returns what the operation comes to; the stage fails with {@link DeviceException} only. */
    public <T> CompletionStage<T> take(String operation, Supplier<CompletableFuture<T>> work) {
        if (!taken.compareAndSet(false, true)) {
            return CompletableFuture.failedFuture(
                    new DeviceException(Fault.BUSY, operation, "another operation is under way"));
        }
        CompletableFuture<T> end = new CompletableFuture<>();
        var unused = Failures.caught(work).whenComplete((value, failure) -> {
            taken.set(false);
            if (failure == null) {
                end.complete(value);
            } else {
                end.completeExceptionally(known(operation, failure));
            }
        });
        return end;
    }

    private static DeviceException known(String operation, Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        return cause instanceof DeviceException known
                ? known
                : new DeviceException(Fault.OTHER, operation, cause.getClass().getSimpleName(), cause);
    }
}
