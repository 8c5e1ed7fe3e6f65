package dev.kioskguard.audit;

import java.util.regex.Pattern;

/**
 * The last line of a journal, by number and hash. Kept outside the machine, it shows a journal that was cut or
 * rewritten.
 *
 * @param sequence 0 for an empty journal, whose first line will have 1
 * @param hash SHA-256 of the line's bytes as 64 lowercase hexadecimal digits
 */
public record Head(long sequence, String hash) {

    // Before the head of an empty journal, which is checked by it.
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern TEXT = Pattern.compile("[0-9]{1,18}:" + HASH);

    /** The head of a journal without a line; its hash is what the first line names as the one before it. */
    public static final Head NONE = new Head(0, "0".repeat(64));

    public Head {
        if (sequence < 0 || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a journal head is SEQ:HASH with 64 lowercase hexadecimal digits");
        }
    }

    /** Returns the head as tokens carry it: {@code SEQ:HASH}. */
    public String text() {
        return sequence + ":" + hash;
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Head parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a journal head is SEQ:HASH with 64 lowercase hexadecimal digits");
        }
        int colon = text.indexOf(':');
        return new Head(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }
}
