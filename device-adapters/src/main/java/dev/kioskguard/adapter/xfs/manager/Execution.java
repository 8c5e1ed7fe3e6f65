package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.RunningCommand;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A command that was handed over, perhaps not at work yet. Thread-safe. */
public final class Execution<T> implements RunningCommand<T> {

    private final Environment environment;
    private final String name;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private @Nullable Runnable canceller;

    Execution(Environment environment, String name) {
        this.environment = environment;
        this.name = name;
    }

    @Override
    public CompletableFuture<T> result() {
        return result;
    }

    @Override
    public void cancel() {
        environment.run(() -> {
            if (canceller != null) {
                canceller.run();
            } else {
                fail(Fault.CANCELED, "cancelled before it was begun");
            }
        });
    }

    /** On the loop. */
    void follow(Request<T> request, Runnable cancel) {
        canceller = cancel;
        var unused = request.done().whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    void fail(Fault fault, String detail) {
        result.completeExceptionally(new DeviceException(fault, name, detail));
    }
}
