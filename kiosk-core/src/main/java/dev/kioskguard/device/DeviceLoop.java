package dev.kioskguard.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread that all of some devices is decided on, so that nothing they know needs a lock. Thread-safe. */
public final class DeviceLoop implements AutoCloseable {

    private final ScheduledThreadPoolExecutor thread;
    private final Consumer<Throwable> fault;

    /**
     * Begins the thread, which ends with the process if nobody ends it before.
     *
     * @param fault told of a step that failed, which is a fault of ours and does not end the loop
     */
    public DeviceLoop(String name, Consumer<Throwable> fault) {
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        this.thread.setRemoveOnCancelPolicy(true);
        this.fault = fault;
    }

    /** Runs a step after those before it; returns false where the loop has ended and the step is dropped. */
    public boolean run(Runnable step) {
        try {
            thread.execute(() -> guarded(step));
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    /** Runs a step after a while, unless the loop has ended or the returned future is cancelled before. */
    public Future<?> later(Duration delay, Runnable step) {
        try {
            return thread.schedule(() -> guarded(step), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fault.accept(e);
        }
    }

    /** Returns how many steps wait, those for later among them. */
    public int waiting() {
        return thread.getQueue().size();
    }

    /** Ends the loop; what waits is dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
