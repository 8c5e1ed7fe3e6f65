package dev.kioskguard.web.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.OwnerOnlyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerIdentityTest {

    private static final Instant NOW = Instant.parse("2026-01-01T04:00:00Z");
    private static final List<String> HOSTS = List.of("atm-1.branch.example", "192.0.2.7");
    private static final String FILE = "tls.pem";

    private final SecureRandom secure = new SecureRandom();
    private DataDirectory data;

    @BeforeEach
    void aDataFolder(@TempDir Path temp) {
        data = DataDirectory.open(temp);
    }

    @AfterEach
    void closes() {
        data.close();
    }

    @Test
    void oneIsMadeAtTheFirstStartAndKept() throws Exception {
        ServerIdentity first = at(NOW);
        assertThat(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(OwnerOnlyFile.isExposed(data.file(FILE))).isFalse();
        assertThat(at(NOW.plus(Duration.ofDays(700))).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(ServerIdentity.fingerprint(shown(first))).isEqualTo(first.fingerprint());
    }

    @Test
    void itsCertificateIsForTheHostsAndNoLongerThanPhonesTake() throws Exception {
        X509Certificate shown = shown(at(NOW));
        assertThat(shown.getSubjectAlternativeNames())
                .extracting(name -> name.get(0) + " " + name.get(1))
                .containsExactly("2 atm-1.branch.example", "7 192.0.2.7");
        assertThat(shown.getBasicConstraints()).as("it can sign no other").isEqualTo(-1);
        assertThat(Duration.between(
                        shown.getNotBefore().toInstant(), shown.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(825));
    }

    @Test
    void aSelfMadeOneThatEndsSoonOrIsForAnotherHostIsMadeAnew() {
        String first = at(NOW).fingerprint();
        String renewed = at(NOW.plus(Duration.ofDays(800))).fingerprint();
        assertThat(renewed).isNotEqualTo(first);
        String moved = ServerIdentity.open(data, FILE, List.of("192.0.2.8"), NOW.plus(Duration.ofDays(800)), secure)
                .fingerprint();
        assertThat(moved).isNotEqualTo(renewed);
    }

    @Test
    void oneThatOthersMayReadIsRefused() throws Exception {
        at(NOW);
        Files.setPosixFilePermissions(data.file(FILE), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> at(NOW)).isInstanceOf(JournalException.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyWithTheCertificateOfAnotherIsRefused() throws Exception {
        at(NOW);
        String own = Files.readString(data.file(FILE));
        Files.delete(data.file(FILE));
        at(NOW);
        String other = Files.readString(data.file(FILE));
        int cut = own.indexOf("-----BEGIN CERTIFICATE");
        data.writeSecret(
                FILE,
                (own.substring(0, cut) + other.substring(other.indexOf("-----BEGIN CERTIFICATE")))
                        .getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> at(NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not for this key");
        data.writeSecret(FILE, own.getBytes(StandardCharsets.US_ASCII));
        assertThat(at(NOW)).as("control").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void whatIsNoKeyWithItsCertificateIsRefusedByNameOfTheFile(String content) {
        data.writeSecret(FILE, content.getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> at(NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(FILE);
    }

    private ServerIdentity at(Instant now) {
        return ServerIdentity.open(data, FILE, HOSTS, now, secure);
    }

    private static X509Certificate shown(ServerIdentity identity) throws Exception {
        return (X509Certificate) identity.keys().getCertificate("server");
    }
}
