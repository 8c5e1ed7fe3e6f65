package dev.kioskguard.adapter.xfs4iot.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message of the wire. Only combinations that the standard knows can be written down.
 *
 * <p>A version is empty where the sender named none. A payload belongs to its message: whoever made it must not change
 * it afterwards. Payloads may hold card data, so {@code toString} never shows them.
 */
public sealed interface Message {

    /** Returns interface and message, such as {@code CardReader.Move}. */
    String name();

    String version();

    MessageType type();

    @Nullable
    ObjectNode payload();

    /**
     * What a client wants done.
     *
     * @param requestId 0 or more; counted by the client
     * @param timeout counted from receipt; zero means none
     */
    record Command(
            String name,
            String version,
            int requestId,
            Duration timeout,
            @Nullable ObjectNode payload) implements Message {

        @Override
        public MessageType type() {
            return MessageType.COMMAND;
        }

        @Override
        public String toString() {
            return "command %s #%d".formatted(name, requestId);
        }
    }

    /** The service's word that it has a command, or why it will not have it. */
    record Acknowledge(String name, String version, int requestId, AcknowledgeStatus status) implements Message {

        @Override
        public MessageType type() {
            return MessageType.ACKNOWLEDGE;
        }

        @Override
        public @Nullable ObjectNode payload() {
            return null;
        }

        @Override
        public String toString() {
            return "acknowledge %s #%d %s".formatted(name, requestId, status.word());
        }
    }

    /** What happened while a command was at work; only its caller is told. */
    record Event(
            String name,
            String version,
            int requestId,
            @Nullable ObjectNode payload) implements Message {

        @Override
        public MessageType type() {
            return MessageType.EVENT;
        }

        @Override
        public String toString() {
            return "event %s #%d".formatted(name, requestId);
        }
    }

    /** How a command ended. */
    record Completion(
            String name,
            String version,
            int requestId,
            Outcome outcome,
            @Nullable ObjectNode payload) implements Message {

        @Override
        public MessageType type() {
            return MessageType.COMPLETION;
        }

        @Override
        public String toString() {
            return "completion %s #%d %s"
                    .formatted(name, requestId, outcome.code().word());
        }
    }

    /** What happened without having been asked for; every connection of the service is told. */
    record Unsolicited(
            String name, String version, @Nullable ObjectNode payload) implements Message {

        @Override
        public MessageType type() {
            return MessageType.UNSOLICITED;
        }

        @Override
        public String toString() {
            return "unsolicited " + name;
        }
    }

    /**
     * A completion code and the service's own words about it.
     *
     * @param description empty when there are none
     */
    record Outcome(CompletionCode code, String description) {

        public static final Outcome SUCCESS = new Outcome(CompletionCode.SUCCESS, "");

        public boolean isSuccess() {
            return code == CompletionCode.SUCCESS;
        }
    }
}
