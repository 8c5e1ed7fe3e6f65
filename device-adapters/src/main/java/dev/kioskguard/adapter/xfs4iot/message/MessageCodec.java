package dev.kioskguard.adapter.xfs4iot.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Text to message and back (CWA 17852 Part 1, "Message format"). Thread-safe. */
public final class MessageCodec {

    /** The largest message that is read, in bytes: what the reference service takes. */
    public static final int MESSAGE_BYTES_MAX = 2 * 1024 * 1024;

    /** How deep a payload may nest. The deepest of the standard, the key attributes, needs ten. */
    public static final int DEPTH_MAX = 32;

    private static final int FIELD_NAME_CHARS_MAX = 256;
    private static final int NUMBER_CHARS_MAX = 32;
    private static final Pattern QUOTATION = Pattern.compile("[\\s(:]*['\"].*", Pattern.DOTALL);

    private final JsonMapper mapper;
    private final int messageBytesMax;

    public MessageCodec() {
        this(MESSAGE_BYTES_MAX);
    }

    /** A codec for services whose messages are larger than usual, such as a camera's pictures. */
    public MessageCodec(int messageBytesMax) {
        this.messageBytesMax = messageBytesMax;
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxNameLength(FIELD_NAME_CHARS_MAX)
                .maxNumberLength(NUMBER_CHARS_MAX)
                .maxStringLength(messageBytesMax)
                .build();
        this.mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    public int messageBytesMax() {
        return messageBytesMax;
    }

    /**
     * Reads a text frame.
     *
     * @throws MessageFormatException when it is no message
     */
    public Message parse(String text) {
        // A character is at least one byte, so a longer text need not be encoded to be counted.
        if (text.length() > messageBytesMax) {
            throw tooLong();
        }
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a binary frame, which some services send instead of text.
     *
     * @throws MessageFormatException when it is no message
     */
    public Message read(byte[] utf8) {
        if (utf8.length > messageBytesMax) {
            throw tooLong();
        }
        JsonNode root;
        try {
            root = mapper.readTree(utf8);
        } catch (StreamReadException e) {
            throw new MessageFormatException("not JSON: " + kindOf(e));
        } catch (JacksonException e) {
            throw new MessageFormatException("not one JSON object");
        }
        if (!(root instanceof ObjectNode message)) {
            throw new MessageFormatException("a message is one JSON object");
        }
        return EnvelopeReader.read(message);
    }

    /** Writes a message as the text of one frame. */
    public String write(Message message) {
        ObjectNode root = mapper.createObjectNode();
        ObjectNode header = root.putObject("header");
        header.put("type", message.type().word());
        header.put("name", message.name());
        if (!message.version().isEmpty()) {
            header.put("version", message.version());
        }
        writeRest(header, message);
        ObjectNode payload = message.payload();
        if (payload != null) {
            root.set("payload", payload);
        }
        return mapper.writeValueAsString(root);
    }

    /** Returns an empty payload to be filled. */
    public ObjectNode newPayload() {
        return mapper.createObjectNode();
    }

    private static void writeRest(ObjectNode header, Message message) {
        if (message instanceof Message.Command command) {
            header.put("requestId", command.requestId());
            if (command.timeout().compareTo(Duration.ZERO) > 0) {
                header.put("timeout", Math.max(1, command.timeout().toMillis()));
            }
        } else if (message instanceof Message.Acknowledge acknowledge) {
            header.put("requestId", acknowledge.requestId());
            if (acknowledge.status() != AcknowledgeStatus.OK) {
                header.put("status", acknowledge.status().word());
            }
        } else if (message instanceof Message.Event event) {
            header.put("requestId", event.requestId());
        } else if (message instanceof Message.Completion completion) {
            header.put("requestId", completion.requestId());
            header.put("completionCode", completion.outcome().code().word());
            if (!completion.outcome().description().isEmpty()) {
                header.put("errorDescription", completion.outcome().description());
            }
        }
    }

    private MessageFormatException tooLong() {
        return new MessageFormatException("longer than %d bytes".formatted(messageBytesMax));
    }

    /** Jackson quotes what it could not read, and that may be card data. */
    private static String kindOf(StreamReadException e) {
        @Nullable String text = e.getOriginalMessage();
        if (text == null) {
            return "unreadable";
        }
        return QUOTATION.matcher(text).replaceFirst("").strip();
    }
}
