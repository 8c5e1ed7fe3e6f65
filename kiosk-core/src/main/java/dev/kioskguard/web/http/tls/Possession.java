package dev.kioskguard.web.http.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether a private and a public key are halves of one: what the first signs, the second must verify. */
final class Possession {

    private static final byte[] WORDS = "halves of one key".getBytes(StandardCharsets.US_ASCII);

    private Possession() {}

    static boolean of(PrivateKey mine, PublicKey shown) throws GeneralSecurityException {
        if (!mine.getAlgorithm().equals(shown.getAlgorithm())) {
            return false;
        }
        String algorithm = switch (mine.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> mine.getAlgorithm();
        };
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(mine);
        signing.update(WORDS);
        byte[] signed = signing.sign();
        signing.initVerify(shown);
        signing.update(WORDS);
        return signing.verify(signed);
    }
}
