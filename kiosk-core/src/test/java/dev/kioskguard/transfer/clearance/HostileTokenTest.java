package dev.kioskguard.transfer.clearance;

import static dev.kioskguard.transfer.clearance.ClearanceSamples.NOON;
import static dev.kioskguard.transfer.clearance.ClearanceSamples.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.kioskguard.audit.DataDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTokenTest {

    @TempDir
    Path data;

    @TempDir
    Path foreignData;

    private DataDirectory directory;
    private ClearanceKeys keys;
    private ClearanceVerifier verifier;

    @BeforeEach
    void makeKeys() {
        directory = DataDirectory.open(data);
        keys = ClearanceKeys.open(directory, new SecureRandom());
        verifier = new ClearanceVerifier(keys::publicKeys, UsedClearances.inMemory(1_000));
    }

    @AfterEach
    void letGo() {
        directory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b",
                "a.b.c.d",
                "e30.e30.",
                "e30..e30",
                " e30.e30.e30",
                "e30.e30.e30\n",
                "not a token",
                "e30=.e30=.e30=",
                "张.三.李",
                "{\"a\":1}"
            })
    void whatIsNoTokenIsRefused(String token) {
        assertThat(reason(token)).isEqualTo(Refusal.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\",\"kid\":\"KID\"}",
                "{\"kid\":\"KID\"}",
                "{\"alg\":\"EdDSA\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"other\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"crit\":[\"x\"],\"x\":1}",
                "{\"alg\":\"EdDSA\",\"kid\":17}",
                "{\"alg\":[\"EdDSA\"],\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"crit\":[null]}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"crit\":7}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"b64\":\"no\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"jwk\":{\"kty\":7}}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
                "{\"alg\":\"EdDSA\",\"kid\":\"KID\",\"typ\":\"clearance+jwt\",\"x5c\":[1],\"x5u\":\":\"}",
                "[]",
                "null",
                "{",
                "\u0000"
            })
    void aHeaderThatIsNotAClearancesIsRefused(String header) {
        String payload = keys.sign(ClearanceSamples.claims()).split("\\.", -1)[1];
        String token = encoded(header.replace("KID", keys.keyId())) + "." + payload + "." + encoded("x".repeat(64));
        assertThat(reason(token)).isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        String header = encoded("{\"alg\":\"HS256\",\"kid\":\"" + keys.keyId() + "\",\"typ\":\"clearance+jwt\"}");
        String payload = keys.sign(ClearanceSamples.claims()).split("\\.", -1)[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] publicKey = OctetKeyPair.parse(jwk(keys)).getDecodedX();
        mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
        byte[] tag = mac.doFinal((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
        assertThat(reason(header + "." + payload + "." + encoded(tag))).isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    void anotherTerminalsKeyProvesNothingHere() {
        try (DataDirectory foreign = DataDirectory.open(foreignData)) {
            ClearanceKeys foreignKeys = ClearanceKeys.open(foreign, new SecureRandom());
            assertThat(reason(foreignKeys.sign(ClearanceSamples.claims()))).isEqualTo(Refusal.SIGNATURE);
        }
    }

    @Test
    void aTokenCannotBringItsOwnKey() {
        try (DataDirectory foreign = DataDirectory.open(foreignData)) {
            ClearanceKeys foreignKeys = ClearanceKeys.open(foreign, new SecureRandom());
            String[] parts = foreignKeys.sign(ClearanceSamples.claims()).split("\\.", -1);
            String header =
                    encoded("{\"alg\":\"EdDSA\",\"kid\":\"" + keys.keyId() + "\",\"jwk\":" + jwk(foreignKeys) + "}");
            assertThat(reason(header + "." + parts[1] + "." + parts[2])).isEqualTo(Refusal.SIGNATURE);
        }
    }

    @Test
    void aHugeTokenIsRefusedUnread() {
        String token = keys.sign(ClearanceSamples.claims());
        assertThat(reason(token + "A".repeat(10_000_000))).isEqualTo(Refusal.FORM);
    }

    @Test
    void aTokenWithinATokenIsRefused() {
        String token = keys.sign(ClearanceSamples.claims());
        String nested = keys.sign(ClearanceKeys.CLEARANCE_TYPE, token);
        assertThat(reason(nested)).isEqualTo(Refusal.FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "1",
                "{\"jti\":1}",
                "\"exp\":1e3",
                "\"exp\":\"soon\"",
                "\"exp\":-1",
                "\"exp\":9223372036854775807",
                "\"tier\":\"blue\"",
                "\"delay\":\"never\"",
                "\"digest\":\"short\"",
                "\"journal\":\"7\""
            })
    void signedClaimsThatAreNotAClearancesAreRefused(String change) {
        String claims = ClearanceSamples.claims().json();
        String name = change.substring(0, change.indexOf(':') + 1);
        String payload = change.startsWith("\"") ? claims.replaceAll(name + "(\"[^\"]*\"|[0-9]+)", change) : change;
        assertThat(payload).isNotEqualTo(claims);
        String token = keys.sign(ClearanceKeys.CLEARANCE_TYPE, payload);
        assertThat(reason(token)).isEqualTo(Refusal.FORM);
    }

    @Test
    void noCutAndNoChangedBitOfATokenIsAccepted() {
        String token = keys.sign(ClearanceSamples.claims());
        for (int length = 0; length < token.length(); length++) {
            assertThat(reason(token.substring(0, length))).isIn(Refusal.FORM, Refusal.SIGNATURE);
        }
        SplittableRandom random = new SplittableRandom(7);
        int lastFull = token.length() - 1; // Only four bits of the last character say anything.
        for (int n = 0; n < 500; n++) {
            int at = random.nextInt(lastFull);
            char other = (char) (token.charAt(at) ^ (1 << random.nextInt(7)));
            assertThat(reason(token.substring(0, at) + other + token.substring(at + 1)))
                    .isIn(Refusal.FORM, Refusal.SIGNATURE);
        }
        assertThat(verifier.verify(token, TRANSFER, NOON)).as("control").isInstanceOf(Outcome.Accepted.class);
    }

    private Refusal reason(String token) {
        return ((Outcome.Refused) verifier.verify(token, TRANSFER, NOON)).reason();
    }

    private static String jwk(ClearanceKeys keys) {
        String set = keys.publicKeys().json();
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
