package dev.kioskguard.transfer.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClearanceKeysTest {

    @TempDir
    Path data;

    private DataDirectory directory;
    private ClearanceKeys keys;

    @BeforeEach
    void firstStart() {
        directory = DataDirectory.open(data);
        keys = ClearanceKeys.open(directory, new SecureRandom());
    }

    @AfterEach
    void letGo() {
        directory.close();
    }

    @Test
    void onlyTheServicesAccountMayReadThePrivateKey() throws Exception {
        Path file = data.resolve(ClearanceKeys.PRIVATE_FILE);
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "this system has no file modes");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPrivateKeyThatOthersMayReadIsNotUsed() throws Exception {
        Path file = data.resolve(ClearanceKeys.PRIVATE_FILE);
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "this system has no file modes");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertKeyTrouble("may be read by other accounts");
    }

    @Test
    void theSecondStartFindsTheSameKey() {
        String token = keys.sign(ClearanceSamples.claims());
        ClearanceKeys again = ClearanceKeys.open(directory, new SecureRandom());
        assertThat(again.keyId()).isEqualTo(keys.keyId());
        assertThat(again.publicKeys().json())
                .as("once")
                .isEqualTo(keys.publicKeys().json());
        assertThat(ClearanceVerifier.claims(token, again.publicKeys()).transfer())
                .isEqualTo("t-1");
    }

    @Test
    void thePublishedSetHoldsNothingPrivate() throws Exception {
        String published = Files.readString(data.resolve(ClearanceKeys.PUBLIC_FILE));
        assertThat(published).isEqualTo(keys.publicKeys().json());
        JsonNode key =
                JsonMapper.builder().build().readTree(published).get("keys").get(0);
        assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "crv", "x", "kid", "alg", "use");
        assertThat(Files.readString(data.resolve(ClearanceKeys.PRIVATE_FILE)))
                .as("control")
                .contains("\"d\"");
    }

    @Test
    void aKeysIdIsTheThumbprintOfItsRequiredMembers() {
        JsonNode key = JsonMapper.builder()
                .build()
                .readTree(keys.publicKeys().json())
                .get("keys")
                .get(0);
        String required =
                "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + key.get("x").stringValue() + "\"}";
        byte[] hash = HexFormat.of().parseHex(Line.hashOf(required));
        assertThat(keys.keyId())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void whatWasSignedBeforeARotationStillVerifies() {
        String old = keys.sign(ClearanceSamples.claims());
        String oldId = keys.keyId();
        keys.rotate();
        assertThat(data.resolve(ClearanceKeys.PUBLIC_FILE))
                .as("hosts find the new key at once")
                .hasContent(keys.publicKeys().json());
        String fresh = keys.sign(ClearanceSamples.claims());
        ClearanceKeys again = ClearanceKeys.open(directory, new SecureRandom());
        assertThat(again.keyId()).isEqualTo(keys.keyId()).isNotEqualTo(oldId);
        assertThat(ClearanceVerifier.claims(old, again.publicKeys())).isNotNull();
        assertThat(ClearanceVerifier.claims(fresh, again.publicKeys())).isNotNull();
    }

    @Test
    void theOldestKeysGiveWay() {
        String old = keys.sign(ClearanceSamples.claims());
        IntStream.range(0, PublicKeys.KEYS_MAX).forEach(n -> keys.rotate());
        assertThat(PublicKeys.parse(keys.publicKeys().json()).json())
                .as("a full set can be read")
                .isEqualTo(keys.publicKeys().json());
        assertThatThrownBy(() -> ClearanceVerifier.claims(old, keys.publicKeys()))
                .isInstanceOf(TokenRefusedException.class);
    }

    @Test
    void aDamagedKeyFileIsNamed() {
        directory.writeSecret(ClearanceKeys.PRIVATE_FILE, new byte[] {1, 2, 3});
        assertKeyTrouble("clearance.key is damaged");
    }

    @Test
    void aDamagedPublishedSetIsNamed() {
        directory.publish(ClearanceKeys.PUBLIC_FILE, new byte[] {'{'});
        assertKeyTrouble("clearance-keys.json is damaged");
    }

    @Test
    void checkpointsAndClearancesBothAnchorTheJournal() {
        Head head = new Head(12, "cd".repeat(32));
        String checkpoint = keys.sign(new Checkpoint(head, ClearanceSamples.NOON, "T-0001"));
        assertThat(Checkpoint.verify(checkpoint, keys.publicKeys()))
                .isEqualTo(new Checkpoint(head, ClearanceSamples.NOON, "T-0001"));
        assertThat(Anchors.head(checkpoint, keys.publicKeys())).isEqualTo(head);
        assertThat(Anchors.head(keys.sign(ClearanceSamples.claims()), keys.publicKeys()))
                .isEqualTo(new Head(7, "ab".repeat(32)));
        assertThatThrownBy(() -> Anchors.head("nonsense", keys.publicKeys())).isInstanceOf(TokenRefusedException.class);
    }

    @Test
    void aCheckpointIsNoClearance() {
        String checkpoint = keys.sign(new Checkpoint(Head.NONE, ClearanceSamples.NOON, "T-0001"));
        assertThatThrownBy(() -> ClearanceVerifier.claims(checkpoint, keys.publicKeys()))
                .isInstanceOfSatisfying(
                        TokenRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Refusal.FORM));
    }

    private void assertKeyTrouble(String said) {
        assertThatThrownBy(() -> ClearanceKeys.open(directory, new SecureRandom()))
                .hasMessageContaining(said)
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(JournalException.Reason.KEY));
    }
}
