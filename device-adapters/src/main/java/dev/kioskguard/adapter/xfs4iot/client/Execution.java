package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.client.connection.Conversation;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Request;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Failures;
import dev.kioskguard.device.RunningCommand;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A command that a service was given. Thread-safe. */
public final class Execution implements RunningCommand<ObjectNode> {

    private final Environment environment;
    private final CompletableFuture<ObjectNode> result = new CompletableFuture<>();

    private @Nullable Conversation conversation;
    private @Nullable Request request;
    private boolean cancelled;

    Execution(Environment environment) {
        this.environment = environment;
    }

    /** Returns what the command's completion says, empty where it says nothing. */
    @Override
    public CompletableFuture<ObjectNode> result() {
        return result;
    }

    /** Asks the service to stop; the result fails as canceled at once where the service cannot cancel. */
    @Override
    public void cancel() {
        environment.run(() -> {
            cancelled = true;
            if (conversation != null && request != null) {
                conversation.cancel(request);
            }
        });
    }

    void fail(Fault fault, String command, String detail) {
        result.completeExceptionally(new DeviceException(fault, command, detail));
    }

    /** Follows a request that has been sent. On the loop. */
    void follow(Conversation on, Request sent) {
        conversation = on;
        request = sent;
        var unused = sent.done().whenComplete((completion, failure) -> {
            if (failure != null) {
                result.completeExceptionally(Failures.unwrapped(failure));
            } else {
                result.complete(payloadOf(completion));
            }
        });
        if (cancelled) {
            on.cancel(sent);
        }
    }

    private static ObjectNode payloadOf(Message.Completion completion) {
        ObjectNode payload = completion.payload();
        return payload == null ? JsonNodeFactory.instance.objectNode() : payload;
    }
}
