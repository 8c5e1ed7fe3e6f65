package dev.kioskguard.transfer.clearance;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The terminal's signing key (Ed25519, RFC 8037) and the public halves of all it has had. A key's id is its RFC 7638
 * thumbprint. Safe for any number of threads.
 */
public final class ClearanceKeys {

    /** The private key, which only the service's account can read. */
    public static final String PRIVATE_FILE = "clearance.key";

    /** The JWK set for hosts and auditors. */
    public static final String PUBLIC_FILE = "clearance-keys.json";

    static final String CLEARANCE_TYPE = "clearance+jwt";
    static final String CHECKPOINT_TYPE = "checkpoint+jwt";

    private final @Nullable DataDirectory directory;
    private final SecureRandom random;
    private volatile SigningKey current;
    private volatile PublicKeys publicKeys;

    private ClearanceKeys(
            @Nullable DataDirectory directory, SecureRandom random, SigningKey current, PublicKeys publicKeys) {
        this.directory = directory;
        this.random = random;
        this.current = current;
        this.publicKeys = publicKeys;
    }

    /**
     * Reads the keys, or makes them on the first start.
     *
     * @throws JournalException (key) if the private key is damaged or may be read by other accounts
     */
    public static ClearanceKeys open(DataDirectory directory, SecureRandom random) {
        byte[] kept =
                directory.secret(PRIVATE_FILE, () -> SigningKey.generate(random).bytes());
        SigningKey current = read(directory, kept);
        Path known = directory.file(PUBLIC_FILE);
        PublicKeys publicKeys = Files.exists(known) ? published(known).withFirst(current.pair()) : current.publicKeys();
        ClearanceKeys keys = new ClearanceKeys(directory, random, current, publicKeys);
        keys.publish();
        return keys;
    }

    /** Returns keys that last as long as the process, beside a journal in memory. */
    public static ClearanceKeys inMemory(SecureRandom random) {
        SigningKey made = SigningKey.generate(random);
        return new ClearanceKeys(null, random, made, made.publicKeys());
    }

    /** Signs from now on with a new key. The old one still verifies, but its private half is gone. */
    public synchronized void rotate() {
        SigningKey fresh = SigningKey.generate(random);
        if (directory != null) {
            directory.writeSecret(PRIVATE_FILE, fresh.bytes());
        }
        current = fresh;
        publicKeys = publicKeys.withFirst(fresh.pair());
        publish();
    }

    public String sign(ClearanceClaims claims) {
        return current.sign(CLEARANCE_TYPE, claims.json());
    }

    public String sign(Checkpoint checkpoint) {
        return current.sign(CHECKPOINT_TYPE, checkpoint.json());
    }

    /** Returns the id of the key that signs now. */
    public String keyId() {
        return current.id();
    }

    public PublicKeys publicKeys() {
        return publicKeys;
    }

    /** Signs something else than a clearance; its type keeps it from being taken for one. */
    public String sign(String type, String payload) {
        return current.sign(type, payload);
    }

    private void publish() {
        if (directory != null) {
            directory.publish(PUBLIC_FILE, publicKeys.json().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static SigningKey read(DataDirectory directory, byte[] kept) {
        try {
            return SigningKey.parse(kept);
        } catch (IllegalArgumentException e) {
            throw damaged(directory.file(PRIVATE_FILE), e);
        }
    }

    private static PublicKeys published(Path known) {
        try {
            return PublicKeys.parse(Files.readString(known));
        } catch (IOException e) {
            throw new UncheckedIOException("the published keys cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw damaged(known, e);
        }
    }

    private static JournalException damaged(Path file, Exception cause) {
        return new JournalException(
                JournalException.Reason.KEY,
                file + " is damaged: restore it, or move it aside to begin with a new one",
                cause);
    }
}
