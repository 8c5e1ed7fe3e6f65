package dev.kioskguard.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one visit: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits before the ciphertext. What is
 * sealed is bound to its line's number and visit, so that it cannot be moved to another line.
 */
public final class VisitKey {

    public static final int KEY_BYTES = 32;

    static final int NONCE_BYTES = 12;
    static final int TAG_BITS = 128;

    private final SecretKey key;

    VisitKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    public static VisitKey random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new VisitKey(key);
    }

    /** Returns base64 of the sealed bytes. */
    public String seal(long sequence, String visit, byte[] plain, SecureRandom random) {
        return Base64.getEncoder().encodeToString(seal(key, bound(sequence, visit), plain, random));
    }

    /** Returns the plain bytes; empty if they were sealed under another key, for another line, or changed. */
    public Optional<byte[]> open(long sequence, String visit, String sealed) {
        try {
            return open(key, bound(sequence, visit), Base64.getDecoder().decode(sealed));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    private static byte[] bound(long sequence, String visit) {
        return (sequence + "/" + visit).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] seal(SecretKey key, byte[] bound, byte[] plain, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform does not do AES-GCM", e);
        }
    }

    static Optional<byte[]> open(SecretKey key, byte[] bound, byte[] whole) {
        if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, bound);
            return Optional.of(cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (AEADBadTagException foreign) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform does not do AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    @Override
    public String toString() {
        return "VisitKey[hidden]";
    }
}
