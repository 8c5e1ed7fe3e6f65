package dev.kioskguard.adapter.xfs4iot.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command's turn at a device: it begins when the device is free of the one before, which may outlast the command that
 * asked for it. Thread-safe.
 */
final class Work {

    private final Supplier<CompletionStage<?>> beginning;
    private final Runnable letGo;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private boolean begun;
    private boolean stopped;

    /**
     * A turn that has not begun.
     *
     * @param beginning starts the device; its stage ends when the device is free again
     * @param letGo makes the device stop; twice, or when there is nothing to stop, is harmless
     */
    Work(Supplier<CompletionStage<?>> beginning, Runnable letGo) {
        this.beginning = beginning;
        this.letGo = letGo;
    }

    /** Completes when the device is free again. */
    CompletableFuture<@Nullable Void> done() {
        return done;
    }

    void begin() {
        synchronized (this) {
            begun = !stopped;
        }
        if (!begun) {
            done.complete(null);
            return;
        }
        var unused = beginning.get().whenComplete((value, failure) -> done.complete(null));
        if (isStopped()) {
            letGo.run(); // it was stopped while it began, when there may have been nothing to let go of yet
        }
    }

    /** Ends the turn from outside: at once where it has not begun, else as soon as the device lets go. */
    void stop() {
        boolean running;
        synchronized (this) {
            stopped = true;
            running = begun;
        }
        if (running) {
            letGo.run();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }
}
