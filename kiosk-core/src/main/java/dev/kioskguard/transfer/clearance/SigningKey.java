package dev.kioskguard.transfer.clearance;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** An Ed25519 key pair (RFC 8037) whose id is its RFC 7638 thumbprint, kept as a private JWK. Immutable. */
public final class SigningKey {

    private final PublicJsonWebKey pair;

    private SigningKey(PublicJsonWebKey pair) {
        this.pair = pair;
    }

    public static SigningKey generate(SecureRandom random) {
        try {
            OctetKeyPairJsonWebKey key =
                    OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519, null, random);
            key.setKeyId(PublicKeys.thumbprint(key));
            key.setAlgorithm("EdDSA");
            key.setUse("sig");
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("this Java platform does not make Ed25519 keys", e);
        }
    }

    /**
     * Reads a private JWK.
     *
     * @throws IllegalArgumentException if it is no private Ed25519 key with an id
     */
    public static SigningKey parse(byte[] kept) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(new String(kept, StandardCharsets.UTF_8));
            if (key instanceof OctetKeyPairJsonWebKey && key.getPrivateKey() != null && key.getKeyId() != null) {
                return new SigningKey(key);
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("this is no JWK", e);
        }
        throw new IllegalArgumentException("not a private Ed25519 key");
    }

    public String id() {
        return pair.getKeyId();
    }

    /** Returns what is to be kept from everyone else. */
    public byte[] bytes() {
        return pair.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(StandardCharsets.UTF_8);
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
        return SignedToken.sign(type, payload, id(), pair.getPrivateKey());
    }

    PublicJsonWebKey pair() {
        return pair;
    }
}
