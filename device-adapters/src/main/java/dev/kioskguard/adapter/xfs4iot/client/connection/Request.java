package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One command on its way: from being sent to its completion, or to being given up. Confined to the loop. */
public final class Request {

    private final Message.Command command;
    private final Consumer<Message.Event> events;
    private final CompletableFuture<Message.Completion> done = new CompletableFuture<>();

    private boolean acknowledged;
    private @Nullable Future<?> timer;

    Request(Message.Command command, Consumer<Message.Event> events) {
        this.command = command;
        this.events = events;
    }

    int id() {
        return command.requestId();
    }

    Message.Command command() {
        return command;
    }

    /** Fails with {@link DeviceException} only. */
    public CompletableFuture<Message.Completion> done() {
        return done;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    void acknowledge() {
        acknowledged = true;
    }

    void happened(Message.Event event) {
        // Whoever gave up on a command no longer wants to hear of it.
        if (!done.isDone()) {
            events.accept(event);
        }
    }

    /** Replaces the running timer, if there is one. */
    void timer(@Nullable Future<?> next) {
        if (timer != null) {
            timer.cancel(false);
        }
        timer = next;
    }

    void complete(Message.Completion completion) {
        timer(null);
        if (completion.outcome().isSuccess()) {
            done.complete(completion);
        } else {
            done.completeExceptionally(Faults.of(completion));
        }
    }

    void fail(DeviceException.Fault fault, String detail) {
        fail(new DeviceException(fault, command.name(), detail));
    }

    void fail(DeviceException failure) {
        timer(null);
        done.completeExceptionally(failure);
    }
}
