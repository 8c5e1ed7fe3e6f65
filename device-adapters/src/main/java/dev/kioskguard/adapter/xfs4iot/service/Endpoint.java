package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageCheck;
import dev.kioskguard.adapter.xfs4iot.catalog.Problem;
import dev.kioskguard.adapter.xfs4iot.message.AcknowledgeStatus;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.message.MessageFormatException;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One address of the host: its connections, and what becomes of a frame that arrives on one of them. Thread-safe.
 *
 * <p>A frame of which not even the request can be told ends its connection; every other one is answered.
 */
final class Endpoint implements DeviceService.Link {

    private final DeviceService service;
    private final Catalog catalog;
    private final MessageCheck check;
    private final MessageCodec codec;
    private final Replies replies;
    private final Alarms alarms;
    private final CommandQueue queue;
    private final CommonCommands common;
    private final boolean hasCommon;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean reachable = true;

    /** An address whose service is told at once how to speak. */
    Endpoint(DeviceService service, Catalog catalog, MessageCodec codec, Alarms alarms) {
        this.service = service;
        this.catalog = catalog;
        this.check = new MessageCheck(catalog);
        this.codec = codec;
        this.replies = new Replies(catalog, codec);
        this.alarms = alarms;
        this.queue = new CommandQueue(service);
        this.common = new CommonCommands(service, catalog);
        this.hasCommon = !(service instanceof Publisher);
    }

    void begin() {
        service.attach(this);
    }

    boolean isReachable() {
        return reachable;
    }

    Client connect(WebSocket socket) {
        Client client = new Client(socket, codec);
        clients.add(client);
        if (!reachable) {
            client.cut(CloseFrame.ABNORMAL_CLOSE, "");
        }
        return client;
    }

    void disconnect(Client client) {
        clients.remove(client);
        client.leave();
    }

    void receive(Client client, String text) {
        Message message;
        try {
            message = codec.parse(text);
        } catch (MessageFormatException e) {
            turnAway(client, e);
            return;
        }
        if (message instanceof Message.Command command) {
            take(client, command);
        } else {
            refuse(client, message);
        }
    }

    private void turnAway(Client client, MessageFormatException e) {
        if (e.requestId().isPresent() && !e.name().isEmpty()) {
            Message about = new Message.Unsolicited(e.name(), "", null);
            client.send(replies.acknowledge(about, e.requestId().getAsInt(), AcknowledgeStatus.INVALID_MESSAGE));
        } else {
            client.close(CloseFrame.POLICY_VALIDATION, "no message of XFS4IoT");
        }
    }

    /** Only a service sends events and answers. */
    private void refuse(Client client, Message message) {
        Optional<Integer> requestId = message instanceof Message.Event event
                ? Optional.of(event.requestId())
                : message instanceof Message.Acknowledge acknowledge
                        ? Optional.of(acknowledge.requestId())
                        : message instanceof Message.Completion completion
                                ? Optional.of(completion.requestId())
                                : Optional.empty();
        requestId.ifPresentOrElse(
                id -> client.send(replies.acknowledge(message, id, AcknowledgeStatus.INVALID_MESSAGE)),
                () -> client.close(CloseFrame.POLICY_VALIDATION, "a client sends commands"));
    }

    private void take(Client client, Message.Command command) {
        boolean waits = !(hasCommon && CommonCommands.has(command.name()));
        AcknowledgeStatus status = client.isUnanswered(command.requestId())
                ? AcknowledgeStatus.INVALID_REQUEST_ID
                : waits && client.isAtLimit() ? AcknowledgeStatus.TOO_MANY_REQUESTS : AcknowledgeStatus.OK;
        Message acknowledge = replies.acknowledge(command, command.requestId(), status);
        if (status != AcknowledgeStatus.OK) {
            client.send(acknowledge);
            return;
        }
        if (waits) {
            client.send(acknowledge);
        } else {
            client.sendWithNext(acknowledge); // its completion follows at once
        }
        PendingCommand pending = new PendingCommand(client, command, replies, queue::remove);
        client.remember(pending);
        if (isWrong(command, pending)) {
            return;
        }
        if (waits) {
            pending.limitTime(alarms);
            queue.add(pending);
        } else {
            common.execute(client, pending);
            client.flush();
        }
        if (client.isGone()) {
            pending.stop(CompletionCode.CANCELED, "the client left");
        }
    }

    /** Ends a command that cannot be carried out, and says why. */
    private boolean isWrong(Message.Command command, PendingCommand pending) {
        boolean offered = hasCommon ? common.isOffered(command.name()) : isOffered(command.name());
        if (!offered) {
            boolean known = catalog.find(command.name(), MessageType.COMMAND).isPresent();
            pending.fail(
                    known ? CompletionCode.UNSUPPORTED_COMMAND : CompletionCode.INVALID_COMMAND,
                    "this service has no such command");
            return true;
        }
        String version = catalog.command(command.name()).version();
        if (!command.version().equals(version)) {
            pending.fail(CompletionCode.UNSUPPORTED_COMMAND, "this service has version " + version);
            return true;
        }
        Optional<Problem> problem = check.outgoing(command).stream()
                .filter(found -> found.kind() != Problem.Kind.UNKNOWN_FIELD)
                .findFirst();
        problem.ifPresent(found -> pending.fail(CompletionCode.INVALID_DATA, found.toString()));
        return problem.isPresent();
    }

    private boolean isOffered(String name) {
        return service.offers().stream().anyMatch(offer -> offer.commands().contains(name));
    }

    @Override
    public void unsolicited(String name, @Nullable ObjectNode payload) {
        String text = codec.write(replies.unsolicited(name, payload));
        clients.forEach(client -> client.sendText(text));
    }

    @Override
    public void setReachable(boolean reachable) {
        this.reachable = reachable;
        if (!reachable) {
            clients.forEach(client -> client.cut(CloseFrame.ABNORMAL_CLOSE, ""));
        }
    }
}
