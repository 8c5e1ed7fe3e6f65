package dev.kioskguard.adapter.webhook;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves to whoever has the same secret that a body is from this machine: HMAC-SHA-256 over its bytes. */
final class Signature {

    /** The header that it stands in. */
    static final String HEADER = "Kiosk-Guard-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Signature(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Returns the header's value, such as {@code sha256=6a09…}. */
    String of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java platform has HMAC-SHA-256", e);
        }
    }
}
