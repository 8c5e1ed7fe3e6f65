package dev.kioskguard.app.terminal;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.device.CardData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Salted tokens that stand for cards: the same card gives the same token on this machine and on no other, until the
 * salt is renewed. A token whose salt is destroyed leads to no card any more. Thread-safe.
 *
 * <p>A salt lies in the data folder as the second of its making (8 bytes) and {@value #SALT_BYTES} random bytes.
 */
public final class CardTokens {

    /** How long a salt gives tokens. */
    public static final Duration SALT_LIFE = Duration.ofDays(60);

    /** How long a salt is kept beside the next one, so that a card is known again. */
    public static final Duration FORMER_LIFE = Duration.ofDays(30);

    static final String CURRENT_FILE = "card-salt";
    static final String FORMER_FILE = "card-salt.former";
    static final int SALT_BYTES = 32;

    private static final int TOKEN_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final DataDirectory data;
    private final InstantSource time;
    private final RandomGenerator chance;
    private Salt current;
    private @Nullable Salt former;

    /** Takes up the salts of the folder, or makes the first; {@code chance} must be one that nobody can foretell. */
    public CardTokens(DataDirectory data, InstantSource time, RandomGenerator chance) {
        this.data = data;
        this.time = time;
        this.chance = chance;
        former = Files.exists(data.file(FORMER_FILE)) ? read(FORMER_FILE) : null;
        current = read(CURRENT_FILE);
        look();
    }

    /** Returns the tokens of a card: by the salt of now, and by the one before while that still counts. */
    public Tokens of(CardData card) {
        return of(card.number());
    }

    /** Returns the tokens of anything else by which a card is known; what it is known by cannot be read from them. */
    public synchronized Tokens of(String known) {
        look();
        return new Tokens(current.token(known), former == null ? null : former.token(known));
    }

    /** Renews a salt whose time has come, and destroys one whose time is over. */
    public synchronized void look() {
        Instant now = time.instant();
        if (!current.made().plus(SALT_LIFE).isAfter(now)) {
            data.destroy(FORMER_FILE);
            // After a loss of power here there is no salt of now, and the next start makes one.
            data.rename(CURRENT_FILE, FORMER_FILE);
            former = current;
            current = read(CURRENT_FILE);
        }
        if (former != null && !former.made().plus(SALT_LIFE).plus(FORMER_LIFE).isAfter(now)) {
            data.destroy(FORMER_FILE);
            former = null;
        }
    }

    private Salt read(String file) {
        byte[] kept = data.secret(file, this::fresh);
        if (kept.length != Long.BYTES + SALT_BYTES) {
            throw new JournalException(
                    JournalException.Reason.KEY,
                    data.file(file) + " is damaged: remove it; cards are then met as if for the first time");
        }
        return new Salt(
                Instant.ofEpochSecond(ByteBuffer.wrap(kept).getLong()),
                new SecretKeySpec(kept, Long.BYTES, SALT_BYTES, ALGORITHM));
    }

    private byte[] fresh() {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return ByteBuffer.allocate(Long.BYTES + SALT_BYTES)
                .putLong(time.instant().getEpochSecond())
                .put(salt)
                .array();
    }

    /**
     * What stands for one card.
     *
     * @param former by the salt before; null where there is none, or it does not count any more
     */
    public record Tokens(String current, @Nullable String former) {}

    private record Salt(Instant made, SecretKeySpec key) {

        String token(String known) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                byte[] full = mac.doFinal(known.getBytes(StandardCharsets.UTF_8));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, TOKEN_BYTES));
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new AssertionError("every Java platform has HMAC-SHA-256", e);
            }
        }
    }
}
