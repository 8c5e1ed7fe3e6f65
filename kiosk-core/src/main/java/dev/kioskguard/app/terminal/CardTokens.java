package dev.kioskguard.app.terminal;

import dev.kioskguard.device.CardData;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Salted tokens that stand for cards: the same card gives the same token on this machine and on no other. */
public final class CardTokens {

    /** Bytes of the salt, which never leaves the data folder. */
    public static final int SALT_BYTES = 32;

    private static final int TOKEN_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] salt;

    public CardTokens(byte[] salt) {
        this.salt = salt.clone();
    }

    public String token(CardData card) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            byte[] full = mac.doFinal(card.number().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, TOKEN_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java platform has HMAC-SHA-256", e);
        }
    }
}
