package dev.kioskguard.app.hop;

import dev.kioskguard.audit.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /** Bytes; as many as HMAC-SHA-256 gives, so that nobody tries them all. */
    static final int BYTES_MIN = 32;

    private static final int FILE_BYTES_MAX = 4 * 1024;
    private static final int TOKEN_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;
    private final String branch;

    BranchSecret(byte[] secret, String branch) {
        if (secret.length < BYTES_MIN) {
            throw new IllegalArgumentException("a branch secret has at least " + BYTES_MIN + " bytes");
        }
        this.secret = secret.clone();
        this.branch = branch;
    }

    /**
     * Reads a file of one line in Base64.
     *
     * @throws IllegalArgumentException saying what to do, when there is no secret in it or others may read it
     */
    static BranchSecret read(Path file, String branch) {
        try {
            if (OwnerOnlyFile.isExposed(file)) {
                throw new IllegalArgumentException(
                        file + " (paging.broker.branch-secret) may be read by other accounts: take it from them"
                                + " (chmod 600), or renew it at every machine of the branch");
            }
            if (Files.size(file) <= FILE_BYTES_MAX) {
                return new BranchSecret(
                        Base64.getDecoder().decode(Files.readString(file).strip()), branch);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, e);
        }
        throw unusable(file, new IllegalArgumentException("it is too large"));
    }

    private static IllegalArgumentException unusable(Path file, Exception why) {
        return new IllegalArgumentException(
                "%s (paging.broker.branch-secret) is no branch secret (%s); make one with: openssl rand -base64 %d"
                        .formatted(file, why.getMessage(), BYTES_MIN),
                why);
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
