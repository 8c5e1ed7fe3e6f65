package dev.kioskguard.sim.bank.host;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The host's own eyes on a clearance: form and signature of a compact JWS. Threadsafe.
 *
 * <p>Nothing but EdDSA is taken, whatever the token's header asks for (RFC 8725, section 3.1). The keys are fetched
 * once, and again when a token names one that is not among them.
 */
public final class ClearanceReader {

    /** A clearance has about 900 characters; more than this is none. */
    static final int LENGTH_MAX = 8_192;

    private static final AlgorithmConstraints EDDSA_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ClearanceKeys source;
    private final AtomicReference<@Nullable JsonWebKeySet> known = new AtomicReference<>();

    public ClearanceReader(ClearanceKeys source) {
        this.source = source;
    }

    /**
     * Returns what a clearance says.
     *
     * @throws RefusedException if its form or its signature is bad
     * @throws HostUnreachableException if the keys cannot be had
     */
    Claims read(String clearance) {
        if (clearance.length() > LENGTH_MAX) {
            throw new RefusedException(Refusal.FORM);
        }
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(EDDSA_ONLY);
        try {
            token.setCompactSerialization(clearance);
            if (token.getKeyIdHeaderValue() == null) {
                throw new RefusedException(Refusal.FORM);
            }
        } catch (JoseException e) {
            throw new RefusedException(Refusal.FORM);
        }
        return claims(verified(token));
    }

    private String verified(JsonWebSignature token) {
        try {
            JsonWebKey key = key(token.getKeyIdHeaderValue());
            if (key == null) {
                throw new RefusedException(Refusal.SIGNATURE);
            }
            token.setKey(key.getKey());
            if (!token.verifySignature()) {
                throw new RefusedException(Refusal.SIGNATURE);
            }
            return token.getPayload();
        } catch (JoseException e) {
            throw new RefusedException(Refusal.SIGNATURE);
        }
    }

    private @Nullable JsonWebKey key(String keyId) throws JoseException {
        JsonWebKeySet keys = known.get();
        JsonWebKey key = keys == null ? null : keys.findJsonWebKey(keyId, null, null, null);
        if (key == null) {
            JsonWebKeySet fetched = new JsonWebKeySet(source.fetch());
            known.set(fetched);
            key = fetched.findJsonWebKey(keyId, null, null, null);
        }
        return key;
    }

    private static Claims claims(String payload) {
        try {
            JsonNode claims = JSON.readTree(payload);
            return new Claims(
                    text(claims, "jti"),
                    instant(claims, "exp"),
                    instant(claims, "notBefore"),
                    new Claims.Subject(text(claims, "terminal"), text(claims, "session"), text(claims, "transfer")),
                    text(claims, "digest"));
        } catch (JacksonException e) {
            throw new RefusedException(Refusal.FORM);
        }
    }

    private static String text(JsonNode claims, String name) {
        JsonNode claim = claims.path(name);
        if (!claim.isString() || claim.stringValue().isEmpty()) {
            throw new RefusedException(Refusal.FORM);
        }
        return claim.stringValue();
    }

    /** An instant is a number of seconds (RFC 7519, NumericDate) or an RFC 3339 text. */
    private static Instant instant(JsonNode claims, String name) {
        JsonNode claim = claims.path(name);
        if (claim.isIntegralNumber() && claim.canConvertToLong()) {
            return Instant.ofEpochSecond(claim.longValue());
        }
        try {
            return Instant.parse(text(claims, name));
        } catch (DateTimeParseException e) {
            throw new RefusedException(Refusal.FORM);
        }
    }
}
