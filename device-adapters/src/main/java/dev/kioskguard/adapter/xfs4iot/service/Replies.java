package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageSpec;
import dev.kioskguard.adapter.xfs4iot.message.AcknowledgeStatus;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.Message.Outcome;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a host sends, each message in the version that the catalog has for it. Immutable. */
final class Replies {

    private final Catalog catalog;
    private final MessageCodec codec;

    Replies(Catalog catalog, MessageCodec codec) {
        this.catalog = catalog;
        this.codec = codec;
    }

    ObjectNode newPayload() {
        return codec.newPayload();
    }

    /** The service's word that it took a message in, or why not; it carries the version that the client chose. */
    Message acknowledge(Message about, int requestId, AcknowledgeStatus status) {
        return new Message.Acknowledge(about.name(), about.version(), requestId, status);
    }

    Message event(Message.Command command, String name, @Nullable ObjectNode payload) {
        return new Message.Event(name, version(name, MessageType.EVENT, ""), command.requestId(), payload);
    }

    Message unsolicited(String name, @Nullable ObjectNode payload) {
        return new Message.Unsolicited(name, version(name, MessageType.UNSOLICITED, ""), payload);
    }

    /** How a command ended. One that the standard does not have is answered in its own version. */
    Message completion(Message.Command command, Outcome outcome, @Nullable ObjectNode payload) {
        String version = version(command.name(), MessageType.COMPLETION, command.version());
        return new Message.Completion(command.name(), version, command.requestId(), outcome, payload);
    }

    private String version(String name, MessageType type, String otherwise) {
        return catalog.find(name, type).map(MessageSpec::version).orElse(otherwise);
    }
}
