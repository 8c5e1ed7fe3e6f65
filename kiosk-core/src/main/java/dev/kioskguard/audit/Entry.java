package dev.kioskguard.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be written as the next line.
 *
 * @param kind what the line is about, 1 to {@link #KIND_LENGTH_MAX} characters
 * @param visit the customer's time at the kiosk to which the line belongs; null for the machine's own lines
 * @param open what anyone who holds the file may read: no name, account, card, token or answer
 * @param personal what is sealed under the visit's key; null where there is nothing personal
 */
public record Entry(
        Instant at,
        String kind,
        @Nullable String visit,
        ObjectNode open,
        @Nullable ObjectNode personal) {

    public static final int KIND_LENGTH_MAX = 60;

    public Entry {
        if (kind.isBlank() || kind.length() > KIND_LENGTH_MAX) {
            throw new IllegalArgumentException("a line's kind must be 1 to " + KIND_LENGTH_MAX + " characters");
        }
        if (personal != null && visit == null) {
            throw new IllegalArgumentException("what is personal belongs to a visit, whose key can seal it");
        }
    }

    @Override
    public String toString() {
        return "Entry[" + at + ", " + kind + ", " + visit + "]";
    }
}
