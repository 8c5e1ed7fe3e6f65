package dev.kioskguard.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line as it is kept: its place, its exact text, and the hash that was kept with it.
 *
 * <p>The text is one JSON object with the keys {@code seq, at, kind, visit, open, sealed, prev} in this order and
 * without white space between them; {@code prev} is the SHA-256 of the exact UTF-8 bytes of the line before.
 */
public record Line(long sequence, String text, String hash) {

    /** Characters; a line is one step of the guard, not a document. */
    public static final int LENGTH_MAX = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the line with the hash of its text. */
    static Line of(Fields fields) {
        ObjectNode node = JSON.createObjectNode()
                .put("seq", fields.seq())
                .put("at", fields.at().toString())
                .put("kind", fields.kind())
                .put("visit", fields.visit());
        node.set("open", fields.open());
        node.put("sealed", fields.sealed()).put("prev", fields.prev());
        String text = JSON.writeValueAsString(node);
        return new Line(fields.seq(), text, hashOf(text));
    }

    /** Returns the SHA-256 of the text's UTF-8 bytes in lowercase hexadecimal. */
    public static String hashOf(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Returns whether the kept hash is that of the text. */
    public boolean agrees() {
        return hash.equals(hashOf(text));
    }

    public Head head() {
        return new Head(sequence, hash);
    }

    /**
     * Reads what the line says.
     *
     * @throws JournalException (corrupted) if the text is not a line of a journal
     */
    public Fields fields() {
        try {
            JsonNode node = JSON.readTree(text);
            if (!(node.get("open") instanceof ObjectNode open)) {
                throw new IllegalArgumentException("open is not an object");
            }
            return new Fields(
                    node.required("seq").longValue(),
                    Instant.parse(node.required("at").stringValue()),
                    node.required("kind").stringValue(),
                    optional(node, "visit"),
                    open,
                    optional(node, "sealed"),
                    node.required("prev").stringValue());
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new JournalException(
                    JournalException.Reason.CORRUPTED, "line " + sequence + " is not a line of a journal", e);
        }
    }

    private static @Nullable String optional(JsonNode node, String name) {
        JsonNode value = node.required(name);
        return value.isNull() ? null : value.stringValue();
    }

    /**
     * What a line says.
     *
     * @param sealed base64 of the personal part under the visit's key; null where there is none
     * @param prev hash of the line before; 64 zeros in the first line
     */
    public record Fields(
            long seq,
            Instant at,
            String kind,
            @Nullable String visit,
            ObjectNode open,
            @Nullable String sealed,
            String prev) {

        @Override
        public String toString() {
            return "Fields[" + seq + ", " + at + ", " + kind + ", " + visit + "]";
        }
    }
}
