package dev.kioskguard.sim.pad;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The two ciphers of the pad, by the letters that key blocks use for them: {@code T} and {@code A}. */
public enum BlockCipher {
    TDES("T", 8, "DESede"),
    AES("A", 16, "AES");

    private static final int CHECK_VALUE_BYTES = 3;
    private static final int DES_KEY_BYTES = 8;

    private final String letter;
    private final int blockBytes;
    private final String algorithm;

    BlockCipher(String letter, int blockBytes, String algorithm) {
        this.letter = letter;
        this.blockBytes = blockBytes;
        this.algorithm = algorithm;
    }

    public String letter() {
        return letter;
    }

    public int blockBytes() {
        return blockBytes;
    }

    /** Returns whether a key of so many bytes fits: two or three DES keys, or AES-128, -192, -256. */
    public boolean takesKeyOf(int bytes) {
        return bytes == 16 || bytes == 24 || (this == AES && bytes == 32);
    }

    /** Enciphers whole blocks, each by itself (ECB). */
    public byte[] encipher(byte[] key, byte[] blocks) {
        return run(Cipher.ENCRYPT_MODE, key, blocks);
    }

    /** Deciphers whole blocks, each by itself (ECB). */
    public byte[] decipher(byte[] key, byte[] blocks) {
        return run(Cipher.DECRYPT_MODE, key, blocks);
    }

    /** Returns the first bytes of an enciphered block of zeros, by which two parties know that a key is the same. */
    public byte[] checkValue(byte[] key) {
        return Arrays.copyOf(encipher(key, new byte[blockBytes]), CHECK_VALUE_BYTES);
    }

    // The cipher is applied to single blocks here; chaining would add nothing and ISO 9564-1 asks for none.
    @SuppressWarnings("InsecureCryptoUsage")
    private byte[] run(int mode, byte[] key, byte[] blocks) {
        if (blocks.length % blockBytes != 0) {
            throw new IllegalArgumentException("%d bytes are no whole blocks".formatted(blocks.length));
        }
        try {
            Cipher cipher = Cipher.getInstance(algorithm + "/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(ofFullLength(key), algorithm));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    /** A double-length DES key is used as key one, key two, key one (ISO 11568). */
    private byte[] ofFullLength(byte[] key) {
        if (this != TDES || key.length != 2 * DES_KEY_BYTES) {
            return key;
        }
        return ByteBuffer.allocate(3 * DES_KEY_BYTES)
                .put(key)
                .put(key, 0, DES_KEY_BYTES)
                .array();
    }
}
