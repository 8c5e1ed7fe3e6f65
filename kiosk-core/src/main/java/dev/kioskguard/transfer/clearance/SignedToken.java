package dev.kioskguard.transfer.clearance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import java.text.ParseException;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compact JWS (RFC 7515) with EdDSA (RFC 8037) and nothing else: no other algorithm, no key out of the token itself.
 */
public final class SignedToken {

    /** Characters; a clearance has about a thousand. */
    static final int LENGTH_MAX = 4096;

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.EdDSA;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /** A name that stands twice in a header would leave it open what was signed. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SignedToken() {}

    static String sign(String type, String payload, String keyId, JWSSigner signer) {
        JWSHeader header = new JWSHeader.Builder(ALGORITHM)
                .type(new JOSEObjectType(type))
                .keyID(keyId)
                .build();
        JWSObject jws = new JWSObject(header, new Payload(payload));
        try {
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    /**
     * Returns the payload of a token of this type.
     *
     * @throws TokenRefusedException (form, signature) if it is none or no known key signed it
     */
    public static String verify(String type, String token, PublicKeys keys) {
        if (token.length() > LENGTH_MAX || !COMPACT.matcher(token).matches()) {
            throw new TokenRefusedException(Refusal.FORM, "this is not a compact JWS of at most 4096 characters");
        }
        String keyId = keyId(token);
        EdDsaVerifier verifier = keys.find(keyId)
                .orElseThrow(() -> new TokenRefusedException(
                        Refusal.SIGNATURE, "the token names a key that is not among those trusted here"));
        try {
            JWSObject jws = JWSObject.parse(token);
            if (!jws.verify(verifier)) {
                throw new TokenRefusedException(Refusal.SIGNATURE, "the signature does not hold");
            }
            if (!type.equals(jws.getHeader().getType().getType())) {
                throw new TokenRefusedException(Refusal.FORM, "the token is signed, but is not of type " + type);
            }
            return jws.getPayload().toString();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new TokenRefusedException(Refusal.SIGNATURE, "the token is not signed with EdDSA by that key", e);
        }
    }

    /**
     * Returns the name of the key that a token says it is signed with, verified or not.
     *
     * @throws TokenRefusedException (signature) if it names none, or another algorithm
     */
    public static String keyId(String token) {
        // A look of our own, since the library trusts the types of a header.
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.substring(0, Math.max(0, token.indexOf('.'))));
            JsonNode header = JSON.readTree(bytes);
            if (ALGORITHM.getName().equals(header.path("alg").asString(""))
                    && header.path("alg").isString()
                    && header.path("typ").isString()
                    && header.path("kid").isString()) {
                return header.path("kid").stringValue();
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new TokenRefusedException(Refusal.SIGNATURE, "the token's header cannot be read", e);
        }
        throw new TokenRefusedException(Refusal.SIGNATURE, "the token is not signed with EdDSA by a named key");
    }
}
