package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.ptr.IntByReference;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.library.XfsCheck;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call, from being made to its completion, or to being given up. It ends once, whatever the provider
 * does. Confined to the loop, but for what is said to be read on the pump.
 */
final class Request<T> {

    /**
     * What a request is about.
     *
     * @param owner on whose behalf it is made, who may go
     * @param service at which it is made; 0 is the manager itself
     * @param call what is called; it tells at once no more than that a completion will come
     * @param kept what the provider may read until the request has completed
     */
    record Task<T>(
            String name,
            Object owner,
            int service,
            Call call,
            Decoder<T> decoder,
            Consumer<XfsEvent> events,
            Duration timeout,
            @Nullable Object kept) {}

    /** Makes the call; the number of the request is written before any of its results comes. */
    interface Call {

        int issue(IntByReference requestId);
    }

    private final Task<T> task;
    private final Header header;
    private final CompletableFuture<T> done = new CompletableFuture<>();

    private Consumer<? super T> late = ignored -> {};
    private int id;
    private @Nullable Future<?> timer;

    Request(Task<T> task, Header header) {
        this.task = task;
        this.header = header;
    }

    /** Fails with {@link DeviceException} only. */
    CompletableFuture<T> done() {
        return done;
    }

    /** Says what to do with what comes after the request was given up. */
    Request<T> lately(Consumer<? super T> undo) {
        late = undo;
        return this;
    }

    Task<T> task() {
        return task;
    }

    int id() {
        return id;
    }

    void issued(int requestId) {
        id = requestId;
    }

    /** Reads the completion while its result lasts. On the pump; the step that it returns is for the loop. */
    Runnable completed(Received received) {
        if (received.code() != 0) {
            DeviceException failure = XfsCheck.failure(task.name(), received.code());
            return () -> fail(failure);
        }
        try {
            T read = task.decoder().read(received, header);
            return () -> end(read);
        } catch (DeviceException e) {
            return () -> fail(e);
        } catch (RuntimeException e) {
            String why = e instanceof NativeFieldException ? String.valueOf(e.getMessage()) : "the binding failed";
            return () -> fail(new DeviceException(Fault.OTHER, task.name(), why, e));
        }
    }

    private void end(T read) {
        timer(null);
        if (!done.complete(read)) {
            late.accept(read);
        }
    }

    /** Reads an event of the request while its result lasts. On the pump; the step that it returns is for the loop. */
    Runnable happened(int message, Received received) {
        XfsEvent event = XfsEvent.read(message, received, header);
        return () -> {
            // Whoever gave up on a request no longer wants to hear of it.
            if (!done.isDone()) {
                task.events().accept(event);
            }
        };
    }

    /** Replaces the running timer, if there is one. */
    void timer(@Nullable Future<?> next) {
        if (timer != null) {
            timer.cancel(false);
        }
        timer = next;
    }

    void fail(Fault fault, String detail) {
        fail(new DeviceException(fault, task.name(), detail));
    }

    void fail(DeviceException failure) {
        timer(null);
        done.completeExceptionally(failure);
    }
}
