package dev.kioskguard.transfer.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdDsaTest {

    private static final String TYPE = "test+jwt";

    /** RFC 8037, appendix A.1. */
    private static final String RFC_KEY = """
            {"kty":"OKP","crv":"Ed25519","kid":"rfc",
             "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
             "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    /** The order of the curve's base point (RFC 8032, section 5.1). */
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final SigningKey key = SigningKey.parse(bytes(RFC_KEY));

    @Test
    void theExampleOfTheStandardIsSignedAsItStandsThere() throws JOSEException {
        // RFC 8037, appendices A.4 and A.5.
        String token =
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AI"
                        + "bQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.EdDSA).build(), new Payload("Example of Ed25519 signing"));
        jws.sign(new EdDsaSigner(key.pair()));
        assertThat(jws.serialize()).isEqualTo(token);
        assertThat(jws.verify(new EdDsaVerifier(key.pair()))).isTrue();
    }

    @Test
    void whatAnEarlierReleaseKeptAndSignedStillHolds() {
        String kept = "{\"kty\":\"OKP\",\"kid\":\"Vm6nek99-IJfsyAtWrRHmGVP0asTn6dtusc3nIpOU2A\",\"use\":\"sig\","
                + "\"alg\":\"EdDSA\",\"crv\":\"Ed25519\",\"x\":\"kRUyeCf7ylRUIMeM2BnGFW_i2GCno3xgTS2ZL7EEOSo\"";
        String token = "eyJhbGciOiJFZERTQSIsInR5cCI6ImNsZWFyYW5jZStqd3QiLCJraWQiOiJWbTZuZWs5OS1JSmZzeUF0V3JSSG1HVlAwYX"
                + "NUbjZkdHVzYzNuSXBPVTJBIn0.eyJvbGQiOjF9.P37wfadI7COdmcVuRemyEQ5SvVeJhWmLCxRU0QHwusHmudQG8k-REezik"
                + "znuC041UwJDW9fAdG6ajRUl1uMiCA";
        PublicKeys published = PublicKeys.parse("{\"keys\":[" + kept + "}]}");
        SigningKey secret = SigningKey.parse(bytes(kept + ",\"d\":\"JHQeCgPU12ziyAdBQ1FIab2c5zIhhELr4li2sMpOJXc\"}"));
        assertThat(SignedToken.verify("clearance+jwt", token, published)).isEqualTo("{\"old\":1}");
        assertThat(SignedToken.verify(TYPE, secret.sign(TYPE, "{}"), published)).isEqualTo("{}");
        assertThat(published.areNamedByThumbprint()).isTrue();
        assertThat(secret.publicKeys().json()).isEqualTo(published.json());
    }

    @Test
    void aSecondSpellingOfASignatureIsRefused() {
        byte[] signature = signature(key.sign(TYPE, "{}"));
        byte[] twin = signature.clone();
        byte[] factor = littleEndian(new BigInteger(1, littleEndian(Arrays.copyOfRange(signature, 32, 64))).add(ORDER));
        System.arraycopy(factor, 0, twin, 32, 32);
        assertRefused(with(twin));
        assertThat(SignedToken.verify(TYPE, with(signature), key.publicKeys()))
                .as("control")
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 63, 65, 66, 128})
    void aSignatureOfAnotherLengthIsRefused(int length) {
        assertRefused(with(Arrays.copyOf(signature(key.sign(TYPE, "{}")), length)));
    }

    @Test
    void aHeaderThatAsksForMoreThanIsKnownIsRefusedThoughItIsSigned() throws JOSEException {
        JWSHeader plain = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .type(new JOSEObjectType(TYPE))
                .keyID(key.id())
                .build();
        assertThat(SignedToken.verify(TYPE, signed(plain), key.publicKeys()))
                .as("control")
                .isEqualTo("text");
        assertRefused(signed(new JWSHeader.Builder(plain)
                .customParams(Map.of("x", 1))
                .criticalParams(Set.of("x"))
                .build()));
        assertRefused(signed(
                new JWSHeader.Builder(plain).base64URLEncodePayload(false).build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed448\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"_____________________________________________w\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"crv\":7,\"x\":[]}",
                "{}"
            })
    void whatIsNoPublicKeyIsInNoSet(String jwk) {
        assertThatIllegalArgumentException().isThrownBy(() -> PublicKeys.parse("{\"keys\":[" + jwk + "]}"));
    }

    @Test
    void halvesOfTwoKeysAreNoKey() {
        String other = key(new SecureRandom());
        String mixed = RFC_KEY.replaceFirst("\"x\":\"[^\"]*\"", "\"x\":\"" + other + "\"");
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse(bytes(mixed)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.parse(bytes(RFC_KEY.replaceFirst("\"d\":\"[^\"]*\",", ""))));
    }

    private static String key(SecureRandom random) {
        return SigningKey.generate(random).pair().getX().toString();
    }

    private String signed(JWSHeader header) throws JOSEException {
        JWSObject jws = new JWSObject(header, new Payload("text"));
        jws.sign(new EdDsaSigner(key.pair()));
        return jws.serialize();
    }

    private String with(byte[] signature) {
        String token = key.sign(TYPE, "{}");
        return token.substring(0, token.lastIndexOf('.') + 1) + Base64URL.encode(signature);
    }

    private static byte[] signature(String token) {
        return new Base64URL(token.substring(token.lastIndexOf('.') + 1)).decode();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> SignedToken.verify(TYPE, token, key.publicKeys()))
                .isInstanceOfSatisfying(
                        TokenRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Refusal.SIGNATURE));
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] little = new byte[32];
        for (int i = 0; i < Math.min(32, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return little;
    }

    private static byte[] littleEndian(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
