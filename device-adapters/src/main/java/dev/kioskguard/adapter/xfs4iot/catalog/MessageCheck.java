package dev.kioskguard.adapter.xfs4iot.catalog;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Messages held against the catalog: ours before they are sent, theirs when they arrive. Thread-safe. */
public final class MessageCheck {

    /** More problems than this in one message tell nobody anything new. */
    public static final int PROBLEMS_MAX = 20;

    private final Catalog catalog;

    public MessageCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    public Catalog catalog() {
        return catalog;
    }

    /**
     * Returns why a message must not be sent; empty when it may be.
     *
     * <p>Strict, because real services have been seen to end their whole process at a wrong type or an unknown word.
     */
    public List<Problem> outgoing(Message message) {
        return problems(message);
    }

    /** Returns why a received message cannot be worked with; what is merely unknown is passed over. */
    public List<Problem> incoming(Message message) {
        return problems(message).stream()
                .filter(problem -> problem.kind() == Problem.Kind.STRUCTURE)
                .toList();
    }

    private List<Problem> problems(Message message) {
        if (message instanceof Message.Acknowledge) {
            return List.of();
        }
        MessageSpec spec = catalog.find(message.name(), message.type())
                .or(() -> catalog.find(message.name(), otherEventType(message.type())))
                .orElse(null);
        List<Problem> found = new ArrayList<>();
        ObjectNode payload = message.payload();
        if (spec == null) {
            found.add(new Problem(
                    Problem.Kind.UNKNOWN_FIELD,
                    "header.name",
                    "is no %s that we speak".formatted(message.type().word())));
        } else if (spec.payload() == null) {
            if (payload != null && !payload.isEmpty()) {
                found.add(new Problem(Problem.Kind.UNKNOWN_FIELD, "payload", "must be empty"));
            }
        } else if (payload != null) {
            new ShapeCheck(found).check(spec.payload(), payload, "payload");
        } else if (message instanceof Message.Command
                && !spec.payload().required().isEmpty()) {
            found.add(new Problem(Problem.Kind.STRUCTURE, "payload", "is missing"));
        }
        return found;
    }

    /** An event comes solicited from one service and unsolicited from the next. */
    private static MessageType otherEventType(MessageType type) {
        return switch (type) {
            case EVENT -> MessageType.UNSOLICITED;
            case UNSOLICITED -> MessageType.EVENT;
            case COMMAND, ACKNOWLEDGE, COMPLETION -> type;
        };
    }
}
