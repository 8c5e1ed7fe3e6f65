package dev.kioskguard.app.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Accounts that somebody has reported, as salted digests in one sorted run of bytes: a million of them take 16 MB.
 * Immutable.
 */
public final class SuspectList {

    /** Accounts on one list. */
    public static final int ENTRIES_MAX = 1_000_000;

    /** Bytes of a digest that are kept: enough that no two accounts of the world are likely to share them. */
    static final int ENTRY_BYTES = 16;

    static final int SALT_BYTES = 16;

    /** What counts where a list is configured and there has never been a good one: nobody is on it, and it is old. */
    public static final SuspectList NEVER = new SuspectList(Instant.EPOCH, new byte[SALT_BYTES], new byte[0], 0);

    private final Instant issued;
    private final byte[] salt;
    private final byte[] bytes;
    private final int offset;

    /** A list of entries that stand in ascending order, each once, from {@code offset} on; the bytes are not copied. */
    SuspectList(Instant issued, byte[] salt, byte[] bytes, int offset) {
        this.issued = issued;
        this.salt = salt.clone();
        this.bytes = bytes;
        this.offset = offset;
    }

    public Instant issued() {
        return issued;
    }

    public int size() {
        return (bytes.length - offset) / ENTRY_BYTES;
    }

    /** Returns how old the list is; one whose time has not come is new. */
    public Duration age(Instant now) {
        return issued.isAfter(now) ? Duration.ZERO : Duration.between(issued, now);
    }

    public boolean contains(String account) {
        byte[] wanted = entry(salt, account);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int from = offset + middle * ENTRY_BYTES;
            int order = Arrays.compareUnsigned(bytes, from, from + ENTRY_BYTES, wanted, 0, ENTRY_BYTES);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** Returns an account as it is digested: letters and digits alone, large. */
    static String normalised(String account) {
        return account.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    static byte[] entry(byte[] salt, String account) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return Arrays.copyOf(digest.digest(normalised(account).getBytes(StandardCharsets.US_ASCII)), ENTRY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SuspectList list
                && issued.equals(list.issued)
                && Arrays.equals(salt, list.salt)
                && Arrays.equals(bytes, offset, bytes.length, list.bytes, list.offset, list.bytes.length);
    }

    @Override
    public int hashCode() {
        return issued.hashCode();
    }

    @Override
    public String toString() {
        return "SuspectList[" + size() + " of " + issued + "]";
    }
}
