package dev.kioskguard.sim.pad;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of the demonstration bank, one set a terminal, derived from one secret that is no secret: it stands here.
 *
 * <p>Each key is HMAC-SHA-256 of what it is for and the terminal's serial number (the counter mode of NIST SP 800-108
 * with one round), so that the keys of one terminal tell nothing of another's.
 */
public final class DemoKeys {

    /** The pad's name for the key that enciphers keys. */
    public static final String MASTER_KEY = "MASTER";

    /** The pad's name for the key under which PIN blocks in format 0 are made (TDES). */
    public static final String PIN_KEY_TDES = "PINKEY";

    /** The pad's name for the key under which PIN blocks in format 4 are made (AES). */
    public static final String PIN_KEY_AES = "PINKEY-AES";

    private static final byte[] DEMO_SECRET =
            HexFormat.of().parseHex("6b696f736b2d67756172642d64656d6f2d6e6f742d612d7365637265742d3031");
    private static final int KEY_BYTES = 16;

    private final String serialNumber;

    /** The keys of one terminal. */
    public DemoKeys(String serialNumber) {
        this.serialNumber = serialNumber;
    }

    /** Puts the keys in as a key ceremony would: the master in clear, the others enciphered under it. */
    public void loadInto(EncryptingPad pad) {
        byte[] master = key(MASTER_KEY);
        pad.importKey(MASTER_KEY, new EncryptingPad.KeyUse("K0", BlockCipher.TDES, "D", 0), master, Optional.empty());
        loadPinKey(pad, PIN_KEY_TDES, BlockCipher.TDES);
        loadPinKey(pad, PIN_KEY_AES, BlockCipher.AES);
    }

    private void loadPinKey(EncryptingPad pad, String name, BlockCipher cipher) {
        byte[] wrapped = BlockCipher.TDES.encipher(key(MASTER_KEY), key(name));
        pad.importKey(name, new EncryptingPad.KeyUse("P0", cipher, "E", 0), wrapped, Optional.of(MASTER_KEY));
    }

    byte[] key(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(DEMO_SECRET, "HmacSHA256"));
            String context = "%s\0%s".formatted(name, serialNumber);
            return Arrays.copyOf(mac.doFinal(context.getBytes(StandardCharsets.UTF_8)), KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
