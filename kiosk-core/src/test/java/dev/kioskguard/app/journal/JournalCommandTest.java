package dev.kioskguard.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.verb.CommandLines;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.transfer.clearance.Checkpoint;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String file;
    private Head head;
    private String checkpoint;

    @BeforeEach
    void writeAJournal() {
        file = data.resolve(SqliteJournal.FILE).toString();
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = SqliteJournal.open(directory, NOON, new SecureRandom())) {
            journal.append(entry(NOON, "visit-began", "old"));
            journal.append(entry(NOON.plusSeconds(60), "asked", "new"));
            head = journal.append(new Entry(
                    NOON.plusSeconds(61), "tick", null, JSON.createObjectNode().put("n", 3), null));
            checkpoint = ClearanceKeys.open(directory, new SecureRandom()).sign(new Checkpoint(head, NOON, "T-1"));
        }
    }

    @Test
    void showPrintsEveryLineWithWhatIsPersonal() {
        assertThat(run("show", file)).isZero();
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(out.toString()).contains("visit-began", "\"name\":\"张小明\"", "{\"n\":3}");
    }

    @Test
    void showOfOneVisitPrintsNothingElse() {
        assertThat(run("show", "--visit", "new", file)).isZero();
        assertThat(out.toString().lines()).singleElement().asString().startsWith("2  2026-11-21T04:01:00Z  asked");
    }

    @Test
    void showSaysWhatIsForgotten() {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = SqliteJournal.open(directory, NOON.plusSeconds(61), new SecureRandom())) {
            journal.forget(NOON.plusSeconds(30));
        }
        assertThat(run("show", file)).isZero();
        assertThat(out.toString().lines().toList().get(0)).endsWith("(forgotten)");
        assertThat(out.toString().lines().toList().get(1)).contains("张小明");
    }

    @Test
    void showWithoutTheKeySaysWhatIsSealed() throws Exception {
        Files.delete(data.resolve(SqliteJournal.KEY_FILE));
        assertThat(run("show", file)).isZero();
        assertThat(out.toString()).contains("(sealed)").doesNotContain("张小明");
    }

    @Test
    void verifySaysThatAWholeJournalIsWhole() {
        assertThat(run("verify", file)).isZero();
        assertThat(out.toString()).startsWith("whole: head " + head.text());
    }

    @Test
    void verifyTakesAnAnchorAsTextFromAFileOrAsAPlainHead() throws Exception {
        Path kept = Files.writeString(data.resolve("kept"), checkpoint + "\n");
        assertThat(run("verify", "--anchor", checkpoint, file)).isZero();
        assertThat(run("verify", "--anchor", "@" + kept, file)).isZero();
        assertThat(run("verify", "--anchor", head.text(), file)).isZero();
        assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.endsWith("the anchors hold"));
    }

    @Test
    void verifyTakesTheKeysFromElsewhere() throws Exception {
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Path keys = Files.move(data.resolve(ClearanceKeys.PUBLIC_FILE), elsewhere.resolve(ClearanceKeys.PUBLIC_FILE));
        assertThat(run("verify", "--anchor", checkpoint, "--keys", keys.toString(), file))
                .isZero();
        assertThat(run("verify", "--anchor", checkpoint, "--data", elsewhere.toString(), file))
                .isZero();
    }

    @Test
    void verifyNamesAChangedLine() throws SQLException {
        tamper("UPDATE entries SET line = replace(line, 'asked', 'asket') WHERE seq = 2");
        assertThat(run("verify", file)).isOne();
        assertThat(out.toString()).startsWith("broken: line 2: changed");
    }

    @Test
    void verifyNamesAMissingLine() throws SQLException {
        tamper("DELETE FROM entries WHERE seq = 2");
        assertThat(run("verify", file)).isOne();
        assertThat(out.toString()).startsWith("broken: line 2: missing");
    }

    @Test
    void verifyNamesACutWithAnAnchor() throws SQLException {
        tamper("DELETE FROM entries WHERE seq = 3");
        assertThat(run("verify", file)).as("control: without one it cannot").isZero();
        assertThat(run("verify", "--anchor", checkpoint, file)).isOne();
        assertThat(out.toString()).contains("broken: line 3: cut");
    }

    @Test
    void verifyTakesNoAnchorThatProvesNothing() {
        String other = checkpoint.substring(0, checkpoint.length() - 8) + "AAAAAAAA";
        assertThat(run("verify", "--anchor", other, file)).isOne();
        assertThat(err.toString()).contains("the anchor proves nothing");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNoJournalIsNamed() throws Exception {
        assertThat(run("verify", data.resolve("none.db").toString())).isOne();
        assertThat(err.toString()).contains("there is no journal");
        assertThat(run("verify", data.toString())).isOne();
        assertThat(err.toString()).contains(data + " is a folder; name the journal in it: " + file);
        Path text = Files.writeString(data.resolve("text.db"), "no database ".repeat(50));
        assertThat(run("show", text.toString())).isOne();
        assertThat(err.toString()).contains("is damaged");
    }

    private static Entry entry(Instant at, String kind, String visit) {
        return new Entry(
                at,
                kind,
                visit,
                JSON.createObjectNode(),
                JSON.createObjectNode().put("name", "张小明"));
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as("control").isEqualTo(1);
        }
    }

    private int run(String... args) {
        return CommandLines.of(new JournalCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
