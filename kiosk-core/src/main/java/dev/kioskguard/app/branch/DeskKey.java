package dev.kioskguard.app.branch;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The key by which machines know this desk: made at the first start, its public half in a file to be given to them. */
final class DeskKey {

    /** The private key, which only the service's account can read. */
    static final String PRIVATE_FILE = "desk.key";

    /** The JWK set that machines name in {@code paging.broker.desks}. */
    static final String PUBLIC_FILE = "desk-keys.json";

    private DeskKey() {}

    /**
     * Reads the key, or makes it.
     *
     * @throws JournalException (key) if it is damaged or may be read by other accounts
     */
    static SigningKey open(DataDirectory data, SecureRandom random) {
        byte[] kept =
                data.secret(PRIVATE_FILE, () -> SigningKey.generate(random).bytes());
        try {
            SigningKey key = SigningKey.parse(kept);
            data.publish(PUBLIC_FILE, key.publicKeys().json().getBytes(StandardCharsets.UTF_8));
            return key;
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    JournalException.Reason.KEY,
                    data.file(PRIVATE_FILE) + " is damaged: restore it, or move it aside to begin with a new one,"
                            + " which every machine has to be told of",
                    e);
        }
    }
}
