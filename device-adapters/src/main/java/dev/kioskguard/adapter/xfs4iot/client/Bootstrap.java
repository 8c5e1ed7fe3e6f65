package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.client.connection.Conversation;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Failures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first commands on a connection, when it is not known yet in which version a service takes them.
 *
 * <p>Services of edition 2024-3 have been seen that take 2.0 only, and others that take 3.0 only.
 */
final class Bootstrap {

    private static final List<String> VERSIONS = List.of("2.0", "3.0", "1.0");

    private Bootstrap() {}

    /** Asks what the service can do; from then on it is also known how its commands are cancelled. */
    static CompletableFuture<Capabilities> capabilities(Conversation conversation, Catalog catalog) {
        return ask(conversation, "Common.Capabilities", event -> {}).thenApply(payload -> {
            Capabilities capabilities = new Capabilities(payload);
            conversation.cancelsWith(capabilities.versionOf(catalog.command("Common.Cancel")));
            return capabilities;
        });
    }

    static CompletableFuture<StatusTree> status(Conversation conversation) {
        return ask(conversation, "Common.Status", event -> {}).thenApply(StatusTree::new);
    }

    /** Asks without a payload, in one version after the other until the service knows one. */
    static CompletableFuture<ObjectNode> ask(
            Conversation conversation, String command, Consumer<Message.Event> events) {
        return ask(conversation, command, VERSIONS, events).thenApply(completion -> {
            ObjectNode payload = completion.payload();
            if (payload == null) {
                throw new DeviceException(Fault.OTHER, command, "the service answers with nothing");
            }
            return payload;
        });
    }

    private static CompletableFuture<Message.Completion> ask(
            Conversation conversation, String command, List<String> versions, Consumer<Message.Event> events) {
        List<String> others = versions.subList(1, versions.size());
        return conversation
                .send(command, versions.get(0), null, Duration.ZERO, events)
                .done()
                .exceptionallyCompose(failure -> isUnsupported(failure) && !others.isEmpty()
                        ? ask(conversation, command, others, events)
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isUnsupported(Throwable failure) {
        return Failures.unwrapped(failure) instanceof DeviceException known && known.fault() == Fault.UNSUPPORTED;
    }
}
