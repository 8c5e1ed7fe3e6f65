package dev.kioskguard.transfer.clearance;

import static dev.kioskguard.transfer.clearance.ClearanceSamples.NOON;
import static dev.kioskguard.transfer.clearance.ClearanceSamples.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's verifier in another language agrees with the one in Java. */
class HostScriptTest {

    @TempDir
    Path folder;

    private DataDirectory directory;
    private ClearanceKeys keys;
    private Path used;
    private HostScript script;

    @BeforeAll
    static void needsShellAndOpenssl() throws Exception {
        HostScript.assumeItRuns();
    }

    @BeforeEach
    void makeKeys() throws IOException {
        directory = DataDirectory.open(folder.resolve("data"));
        keys = ClearanceKeys.open(directory, new SecureRandom());
        used = Files.createDirectory(folder.resolve("used"));
        script = new HostScript(folder, used);
    }

    @AfterEach
    void letGo() {
        directory.close();
    }

    @Test
    void theGuidesExampleIsAcceptedOnceByBoth() throws Exception {
        Path example = HostScript.DOCS.resolve("example");
        String token = Files.readString(example.resolve("token")).strip();
        String transfer = Files.readString(example.resolve("transfer"));
        assertThat(script.run(token, transfer, example.resolve("keys.json"), NOON)
                        .code())
                .isZero();
        assertThat(script.run(token, transfer, example.resolve("keys.json"), NOON)
                        .code())
                .isEqualTo(15);

        PublicKeys published = PublicKeys.parse(Files.readString(example.resolve("keys.json")));
        assertThat(new ClearanceVerifier(() -> published, UsedClearances.inMemory(10)).verify(token, TRANSFER, NOON))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(Files.readString(HostScript.DOCS.resolve("README.md"))).contains(TRANSFER.text(), TRANSFER.digest());
    }

    @Test
    void aClearanceIsGoodOnce() throws Exception {
        String token = keys.sign(ClearanceSamples.claims());
        HostScript.Ran first = run(token, lines(TRANSFER), NOON);
        assertThat(first.said()).startsWith("accepted: transfer=t-1 delay=24-hours notBefore=2026-11-22T04:00:00Z");
        assertThat(first.code()).isZero();
        assertThat(run(token, lines(TRANSFER), NOON).code()).isEqualTo(15);
    }

    @Test
    void theOrderOfTheHostsLinesDoesNotMatterAndAnOldKeyStillVerifies() throws Exception {
        String token = keys.sign(ClearanceSamples.claims());
        keys.rotate();
        List<String> lines = new ArrayList<>(lines(TRANSFER).lines().toList());
        Collections.reverse(lines);
        assertThat(run(token, String.join("\n", lines), NOON).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=transfer, kind=cash-deposit, 14",
        "张小明, 张小日, 14",
        "6222020200112233, 6222020200112234, 14",
        "6222020200112233, 622202020011223, 14",
        "ICBC, ABC, 14",
        "CNY, USD, 14",
        "2000000, 2000001, 14",
        "2000000, 02000000, 14",
        "session-42, session-43, 14",
        "T-0001, T-0002, 12",
        "payee.bank=ICBC, payee.bank=, 14",
        "payee.bank=ICBC, payee-bank=ICBC, 11",
        "kind=transfer, kind=transfer~kind=transfer, 11",
        "kind=transfer, kind=transfer~more=1, 11"
    })
    void aChangedTransferIsRefused(String from, String to, int code) throws Exception {
        String changed = lines(TRANSFER).replace(from, to.replace('~', '\n'));
        assertThat(changed).isNotEqualTo(lines(TRANSFER));
        HostScript.Ran ran = run(keys.sign(ClearanceSamples.claims()), changed, NOON);
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.said()).doesNotContain("张", "6222").startsWith("refused: ");
        assertThat(used).isEmptyDirectory();
    }

    @Test
    void aClearanceEndsAtTheSecondOfItsExpiry() throws Exception {
        String token = keys.sign(ClearanceSamples.claims());
        assertThat(run(token, lines(TRANSFER), NOON.plus(Duration.ofMinutes(2))).code())
                .isEqualTo(13);
        assertThat(run(token, lines(TRANSFER), NOON.plusSeconds(119)).code()).isZero();
    }

    @Test
    void aCheckpointIsNoClearance() throws Exception {
        String checkpoint = keys.sign(new Checkpoint(Head.NONE, NOON, "T-0001"));
        assertThat(run(checkpoint, lines(TRANSFER), NOON).code()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 11",
        "a.b, 11",
        "a.b.c.d, 11",
        "a..c, 11",
        "'a b.c.d', 11",
        "$(id).a.b, 11",
        "'*.*.*', 11",
        "eyJhbGciOiJub25lIn0.e30.AAAA, 10",
        "e30.e30.e30, 10"
    })
    void whatIsNoClearanceIsRefused(String token, int code) throws Exception {
        assertThat(run(token, lines(TRANSFER), NOON).code()).isEqualTo(code);
    }

    @Test
    void aTokenThatWasBentIsRefused() throws Exception {
        String token = keys.sign(ClearanceSamples.claims());
        String[] parts = token.split("\\.", -1);
        String other = keys.sign(ClearanceSamples.claims());
        assertThat(run(parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2], lines(TRANSFER), NOON)
                        .code())
                .isEqualTo(10);
        assertThat(run(token.substring(0, token.length() - 4), lines(TRANSFER), NOON)
                        .code())
                .isEqualTo(10);
        assertThat(run(token + "A".repeat(SignedToken.LENGTH_MAX), lines(TRANSFER), NOON)
                        .code())
                .isEqualTo(11);
        keys = foreign();
        assertThat(run(keys.sign(ClearanceSamples.claims()), lines(TRANSFER), NOON)
                        .code())
                .isEqualTo(10);
    }

    private ClearanceKeys foreign() {
        try (DataDirectory other = DataDirectory.open(folder.resolve("other"))) {
            return ClearanceKeys.open(other, new SecureRandom());
        }
    }

    private static String lines(CanonicalTransfer transfer) {
        return transfer.text().substring(CanonicalTransfer.FIRST_LINE.length() + 1);
    }

    private HostScript.Ran run(String token, String transfer, Instant now) throws Exception {
        return script.run(token, transfer, directory.file(ClearanceKeys.PUBLIC_FILE), now);
    }
}
