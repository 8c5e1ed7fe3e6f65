package dev.kioskguard.sim.bank.host;

import dev.kioskguard.transfer.clearance.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A signer of clearances as the guard makes them, for tests of those who verify them. */
final class SigningGuard {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SigningKey key;

    SigningGuard(String keyId) {
        SigningKey made = SigningKey.generate(new SecureRandom());
        String kept = new String(made.bytes(), StandardCharsets.UTF_8);
        key = SigningKey.parse(kept.replace(made.id(), keyId).getBytes(StandardCharsets.UTF_8));
    }

    String publicKeys() {
        return key.publicKeys().json();
    }

    String sign(Map<String, Object> claims) {
        return key.sign("clearance+jwt", JSON.writeValueAsString(claims));
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
