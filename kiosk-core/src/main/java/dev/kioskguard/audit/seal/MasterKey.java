package dev.kioskguard.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The terminal's key that wraps the visits' keys, bound to the visit, so that the database alone opens nothing. */
public final class MasterKey {

    /** Length of a wrapped key: nonce, key, tag. */
    public static final int WRAPPED_BYTES = VisitKey.NONCE_BYTES + VisitKey.KEY_BYTES + VisitKey.TAG_BITS / Byte.SIZE;

    private final SecretKey key;

    private MasterKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Returns the bytes of a new key. */
    public static byte[] fresh(SecureRandom random) {
        return VisitKey.random(random).bytes();
    }

    /**
     * Returns the key that the bytes are.
     *
     * @throws IllegalArgumentException if they have the wrong length
     */
    public static MasterKey of(byte[] bytes) {
        if (bytes.length != VisitKey.KEY_BYTES) {
            throw new IllegalArgumentException("a master key has " + VisitKey.KEY_BYTES + " bytes");
        }
        return new MasterKey(bytes);
    }

    public byte[] wrap(String visit, VisitKey visitKey, SecureRandom random) {
        return VisitKey.seal(key, visit.getBytes(StandardCharsets.UTF_8), visitKey.bytes(), random);
    }

    /** Returns the visit's key; empty if it was destroyed or wrapped by another terminal. */
    public Optional<VisitKey> unwrap(String visit, byte[] wrapped) {
        return VisitKey.open(key, visit.getBytes(StandardCharsets.UTF_8), wrapped)
                .map(VisitKey::new);
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
