package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.connection.Reasons;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One operation of a device at a time. Thread-safe. */
final class Turn {

    private final AtomicBoolean taken = new AtomicBoolean();

    /** Returns what the operation comes to; the stage fails with {@link DeviceException} only. */
    <T> CompletionStage<T> take(String operation, Supplier<CompletableFuture<T>> work) {
        if (!taken.compareAndSet(false, true)) {
            return CompletableFuture.failedFuture(
                    new DeviceException(Fault.BUSY, operation, "another operation is under way"));
        }
        CompletableFuture<T> end = new CompletableFuture<>();
        var unused = work.get().whenComplete((value, failure) -> {
            taken.set(false);
            if (failure == null) {
                end.complete(value);
            } else {
                end.completeExceptionally(known(operation, Reasons.unwrapped(failure)));
            }
        });
        return end;
    }

    private static DeviceException known(String operation, Throwable failure) {
        return failure instanceof DeviceException known
                ? known
                : new DeviceException(Fault.OTHER, operation, failure.getClass().getSimpleName(), failure);
    }
}
