package dev.kioskguard.sim.bank.host;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import tools.jackson.databind.json.JsonMapper;

/** A signer of clearances as the guard makes them, for tests of those who verify them. */
final class SigningGuard {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OctetKeyPairJsonWebKey key;

    SigningGuard(String keyId) throws JoseException {
        key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        key.setKeyId(keyId);
    }

    String publicKeys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(Map<String, Object> claims) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        token.setHeader("typ", "clearance+jwt");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(JSON.writeValueAsString(claims));
        return token.getCompactSerialization();
    }

    static Map<String, Object> claims(String tokenId, String transfer, String digest, Instant expires, Instant pays) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", tokenId);
        claims.put("iat", expires.getEpochSecond() - 300);
        claims.put("exp", expires.getEpochSecond());
        claims.put("notBefore", pays.toString());
        claims.put("terminal", "ATM-1");
        claims.put("session", "S-1");
        claims.put("transfer", transfer);
        claims.put("digest", digest);
        claims.put("tier", "green");
        claims.put("delay", "24-hours");
        claims.put("pack", "p-1");
        claims.put("journal", "1:" + "0".repeat(64));
        return claims;
    }
}
