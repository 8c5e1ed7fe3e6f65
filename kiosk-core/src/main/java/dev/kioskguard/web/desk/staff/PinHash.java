package dev.kioskguard.web.desk.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A PIN as it may be kept: PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2) over a salt of its own.
 *
 * @param salt base64
 * @param hash base64
 */
public record PinHash(int iterations, String salt, String hash) {

    /** What OWASP asks for this function; about a second of a core with the compiler of a guard. */
    public static final int ITERATIONS = 600_000;

    /** Beyond it signing in would take longer than anyone waits. */
    public static final int ITERATIONS_MAX = 5_000_000;

    public static final int PIN_LENGTH_MIN = 6;
    public static final int PIN_LENGTH_MAX = 64;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    public PinHash {
        if (iterations < 1 || iterations > ITERATIONS_MAX || bytes(salt).length != SALT_BYTES) {
            throw new IllegalArgumentException(
                    "a hash has 1 to " + ITERATIONS_MAX + " iterations and a salt of " + SALT_BYTES + " bytes");
        }
        if (bytes(hash).length != HASH_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("a hash has " + HASH_BITS + " bits");
        }
    }

    /**
     * Hashes a PIN.
     *
     * @param chance a cryptographic source in production
     * @throws IllegalArgumentException when the PIN is too short or too long
     */
    public static PinHash of(String pin, int iterations, RandomGenerator chance) {
        if (pin.length() < PIN_LENGTH_MIN || pin.length() > PIN_LENGTH_MAX) {
            throw new IllegalArgumentException("a PIN has " + PIN_LENGTH_MIN + " to " + PIN_LENGTH_MAX + " characters");
        }
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return new PinHash(iterations, text(salt), text(derive(pin, salt, iterations)));
    }

    /** Returns a hash of no PIN, for which it takes as long to say so as for anybody's. */
    public static PinHash ofNobody(int iterations, RandomGenerator chance) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BITS / Byte.SIZE];
        chance.nextBytes(salt);
        chance.nextBytes(hash);
        return new PinHash(iterations, text(salt), text(hash));
    }

    /** Returns whether this is the hash of the PIN, in a time that does not depend on where it differs. */
    public boolean matches(String pin) {
        return MessageDigest.isEqual(bytes(hash), derive(pin, bytes(salt), iterations));
    }

    /** By Bouncy Castle, which hashes the key once and not in every round: half of what the platform's own takes. */
    private static byte[] derive(String pin, byte[] salt, int iterations) {
        var generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(pin.getBytes(StandardCharsets.UTF_8), salt, iterations);
        return ((KeyParameter) generator.generateDerivedMacParameters(HASH_BITS)).getKey();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "PinHash[" + iterations + "]";
    }
}
