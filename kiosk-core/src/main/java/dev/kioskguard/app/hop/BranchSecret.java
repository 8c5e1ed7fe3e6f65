package dev.kioskguard.app.hop;

import dev.kioskguard.paging.channel.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What all machines of a branch share and nobody else has. Each day has keys of its own, made from it: one by which
 * cards are named, one by which a neighbour's word is known. Thread-safe.
 */
final class BranchSecret {

    private static final int TOKEN_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final String branch;

    BranchSecret(byte[] secret, String branch) {
        this.secret = secret.clone();
        this.branch = branch;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException saying what to do, when there is no secret in it or others may read it
     */
    static BranchSecret read(Path file, String branch) {
        return new BranchSecret(SharedSecret.read(file, "paging.broker.branch-secret"), branch);
    }

    /** Returns what a card is called among the machines of the branch on a day. */
    String token(LocalDate day, String card) {
        byte[] full = mac(key("card", day), card);
        byte[] token = new byte[TOKEN_BYTES];
        System.arraycopy(full, 0, token, 0, TOKEN_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Returns what proves that a machine of the branch has said a text on a day. */
    String seal(LocalDate day, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key("seal", day), text));
    }

    /** Returns whether the seal is that of the text; how long it takes says nothing. */
    boolean isSealed(LocalDate day, String text, String seal) {
        return MessageDigest.isEqual(
                seal(day, text).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] key(String use, LocalDate day) {
        return mac(secret, "kioskguard hop " + use + " " + branch + " " + day);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java platform has HMAC-SHA-256", e);
        }
    }
}
