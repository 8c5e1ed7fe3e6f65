package dev.kioskguard.transfer.clearance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** An Ed25519 key pair (RFC 8037) whose id is its RFC 7638 thumbprint, kept as a private JWK. Immutable. */
public final class SigningKey {

    private final OctetKeyPair pair;
    private final EdDsaSigner signer;

    private SigningKey(OctetKeyPair pair) {
        this.pair = pair;
        this.signer = new EdDsaSigner(pair);
    }

    public static SigningKey generate(SecureRandom random) {
        Ed25519PrivateKeyParameters made = new Ed25519PrivateKeyParameters(random);
        Base64URL open = Base64URL.encode(made.generatePublicKey().getEncoded());
        try {
            return new SigningKey(new OctetKeyPair.Builder(Curve.Ed25519, open)
                    .d(Base64URL.encode(made.getEncoded()))
                    .keyIDFromThumbprint()
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyUse(KeyUse.SIGNATURE)
                    .build());
        } catch (JOSEException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a private JWK.
     *
     * @throws IllegalArgumentException if it is no private Ed25519 key with an id
     */
    public static SigningKey parse(byte[] kept) {
        try {
            if (JWK.parse(new String(kept, StandardCharsets.UTF_8)) instanceof OctetKeyPair pair
                    && pair.getKeyID() != null) {
                return new SigningKey(pair);
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("this is no JWK", e);
        }
        throw new IllegalArgumentException("not a private Ed25519 key");
    }

    public String id() {
        return pair.getKeyID();
    }

    /** Returns what is to be kept from everyone else. */
    public byte[] bytes() {
        return pair.toJSONString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the public half. */
    public PublicKeys publicKeys() {
        return PublicKeys.of(pair);
    }

    /**
     * Signs a payload as a compact JWS.
     *
     * @param type what the token is, so that none can stand in for one of another kind
     */
    public String sign(String type, String payload) {
        return SignedToken.sign(type, payload, id(), signer);
    }

    OctetKeyPair pair() {
        return pair;
    }
}
