package dev.kioskguard.adapter.xfs4iot.message;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parsed object read as one of the five messages.
 *
 * <p>Header keys that the standard does not know are passed over: a later edition may add one, and a device must not go
 * offline for it.
 */
final class EnvelopeReader {

    private static final int NAME_CHARS_MAX = 128;
    private static final int DESCRIPTION_CHARS_MAX = 1024;

    private final ObjectNode header;
    private final OptionalInt requestId;
    private String name = "";

    private EnvelopeReader(ObjectNode header) {
        this.header = header;
        this.requestId = requestIdOf(header);
    }

    static Message read(ObjectNode message) {
        if (!(message.get("header") instanceof ObjectNode header)) {
            throw new MessageFormatException("header is missing or no object");
        }
        return new EnvelopeReader(header).message(message.get("payload"));
    }

    private Message message(@Nullable JsonNode rawPayload) {
        name = text("name", NAME_CHARS_MAX);
        if (name.isEmpty()) {
            throw wrong("header.name is missing");
        }
        String typeWord = text("type", NAME_CHARS_MAX);
        MessageType type = MessageType.of(typeWord)
                .orElseThrow(() -> wrong(
                        typeWord.isEmpty()
                                ? "header.type is missing"
                                : "header.type is none of the five the standard has"));
        String version = text("version", NAME_CHARS_MAX);
        ObjectNode payload = payload(rawPayload);
        return switch (type) {
            case COMMAND -> new Message.Command(name, version, requiredId(), timeout(), payload);
            case ACKNOWLEDGE -> new Message.Acknowledge(name, version, requiredId(), status());
            case COMPLETION -> new Message.Completion(name, version, requiredId(), outcome(), payload);
            // Real services call an unsolicited event "event"; what tells the two apart is the request.
            case EVENT, UNSOLICITED ->
                requestId.isPresent()
                        ? new Message.Event(name, version, requestId.getAsInt(), payload)
                        : new Message.Unsolicited(name, version, payload);
        };
    }

    private @Nullable ObjectNode payload(@Nullable JsonNode raw) {
        if (raw == null || raw.isNull()) {
            return null;
        }
        if (raw instanceof ObjectNode payload) {
            return payload;
        }
        throw wrong("payload is no object");
    }

    private static OptionalInt requestIdOf(ObjectNode header) {
        JsonNode id = header.get("requestId");
        if (id == null || id.isNull()) {
            return OptionalInt.empty();
        }
        if (!id.isIntegralNumber() || !id.canConvertToInt() || id.intValue() < 0) {
            throw new MessageFormatException("header.requestId is no whole number from 0 to 2147483647");
        }
        return OptionalInt.of(id.intValue());
    }

    private int requiredId() {
        return requestId.orElseThrow(() -> wrong("header.requestId is missing"));
    }

    private Duration timeout() {
        JsonNode timeout = header.get("timeout");
        if (timeout == null || timeout.isNull()) {
            return Duration.ZERO;
        }
        if (!timeout.isIntegralNumber() || !timeout.canConvertToInt() || timeout.intValue() < 0) {
            throw wrong("header.timeout is no whole number of milliseconds from 0 to 2147483647");
        }
        return Duration.ofMillis(timeout.intValue());
    }

    private AcknowledgeStatus status() {
        String word = text("status", NAME_CHARS_MAX);
        if (word.isEmpty()) {
            return AcknowledgeStatus.OK;
        }
        return AcknowledgeStatus.of(word).orElseThrow(() -> wrong("header.status is none the standard has"));
    }

    private Message.Outcome outcome() {
        String description = text("errorDescription", Integer.MAX_VALUE);
        String kept = description.substring(0, Math.min(description.length(), DESCRIPTION_CHARS_MAX));
        String word = text("completionCode", NAME_CHARS_MAX);
        if (word.isEmpty()) {
            return new Message.Outcome(CompletionCode.SUCCESS, kept);
        }
        // A code of a later edition is an error that we cannot name, and its caller must hear of it.
        return CompletionCode.of(word)
                .map(code -> new Message.Outcome(code, kept))
                .orElseGet(() -> new Message.Outcome(
                        CompletionCode.INTERNAL_ERROR,
                        "unknown completion code %s. %s".formatted(word, kept).strip()));
    }

    private String text(String key, int charsMax) {
        JsonNode value = header.get(key);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong("header.%s is no text".formatted(key));
        }
        String text = value.stringValue();
        if (text.length() > charsMax) {
            throw wrong("header.%s is longer than %d characters".formatted(key, charsMax));
        }
        return text;
    }

    private MessageFormatException wrong(String reason) {
        return new MessageFormatException(reason, requestId, name);
    }
}
