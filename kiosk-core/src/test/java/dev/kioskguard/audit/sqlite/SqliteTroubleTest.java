package dev.kioskguard.audit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.audit.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SqliteTroubleTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private DataDirectory directory;

    /** Its library is unpacked at first use, and must not lie on a disk that is taken away again. */
    @BeforeAll
    static void loadSqlite() throws SQLException {
        DriverManager.getConnection("jdbc:sqlite::memory:").close();
    }

    @BeforeEach
    void hold() {
        directory = DataDirectory.open(folder.resolve("data"));
    }

    @AfterEach
    void letGo() {
        directory.close();
    }

    @Test
    void aJournalAtItsLimitRefusesTheLineAndKeepsTheRest() {
        try (Journal journal = SqliteJournal.open(directory, NOON, new SecureRandom(), 64 * 1024)) {
            Head last = fill(journal, Reason.FULL);
            assertThat(last.sequence()).as("control").isGreaterThan(10);
            assertThat(journal.head()).isEqualTo(last);
        }
        try (Journal larger = open()) {
            assertThat(larger.append(entry("goes on")).sequence())
                    .isEqualTo(larger.lines(0, 1000).size());
            assertThat(Chain.verify(larger.all(), List.of(larger.head()))).isEmpty();
        }
    }

    @Test
    void aFullDiskRefusesTheLineAndTheNextOneFitsOnceThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 2 << 20);
                DataDirectory small = DataDirectory.open(disk.path());
                Journal journal = SqliteJournal.open(small, NOON, new SecureRandom())) {
            assertThat(journal.obstacle()).as("control: there is room").isEmpty();
            Head last = fill(journal, Reason.FULL);
            assertRefused(() -> journal.append(entry("still full")), Reason.FULL);
            assertThat(journal.head()).isEqualTo(last);
            assertThat(journal.obstacle())
                    .hasValueSatisfying(trouble -> assertThat(trouble.reason()).isEqualTo(Reason.FULL));
            disk.grow(8 << 20);
            assertThat(journal.obstacle()).isEmpty();
            assertThat(journal.append(entry("room again")).sequence()).isEqualTo(last.sequence() + 1);
            assertThat(Chain.verify(journal.all(), List.of(last))).isEmpty();
        }
    }

    @Test
    void aReadOnlyFileIsNamed() throws Exception {
        try (Journal journal = open()) {
            journal.append(entry("one"));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.file(SqliteJournal.FILE));
                    Statement statement = other.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
                assertThatThrownBy(() -> statement.execute("DELETE FROM entries"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(SqliteTrouble.of(directory.path(), e)
                                                .reason())
                                        .isEqualTo(Reason.READ_ONLY));
            }
        }
    }

    @Test
    void aForeignWriterIsWaitedForAndThenNamed() throws Exception {
        try (Journal journal = open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.file(SqliteJournal.FILE));
                Statement statement = other.createStatement()) {
            Head one = journal.append(entry("one"));
            statement.execute("BEGIN IMMEDIATE");
            assertRefused(() -> journal.append(entry("two")), Reason.LOCKED);
            assertThat(journal.head()).isEqualTo(one);
            statement.execute("ROLLBACK");
            assertThat(journal.append(entry("two")).sequence()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"this is not a database, not at all, and never was one", "SQLite format 3\0 and then rubbish"})
    void aFileThatIsNoDatabaseIsNamed(String content) throws Exception {
        Files.writeString(directory.ownerOnly(SqliteJournal.FILE), content.repeat(40));
        assertRefused(this::open, Reason.CORRUPTED);
    }

    @Test
    void aTornPageIsNamed() throws Exception {
        try (Journal journal = open()) {
            for (int n = 0; n < 100; n++) {
                journal.append(entry("n" + n));
            }
        }
        Path file = directory.file(SqliteJournal.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        assertRefused(this::open, Reason.CORRUPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET line = replace(line, 'three', 'tree') WHERE seq = 3",
                "UPDATE entries SET hash = replace(hash, '0', '1') WHERE seq = 3",
                "UPDATE entries SET line = 'x' WHERE seq = 4",
                "DELETE FROM entries WHERE seq = 3",
                "UPDATE entries SET seq = 9 WHERE seq = 4"
            })
    void aTamperedEndIsNamedWhenTheJournalIsOpened(String tampering) throws Exception {
        try (Journal journal = open()) {
            List.of("one", "two", "three 0", "four").forEach(kind -> journal.append(entry(kind)));
        }
        open().close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.file(SqliteJournal.FILE));
                Statement statement = other.createStatement()) {
            assertThat(statement.executeUpdate(tampering)).as("control").isEqualTo(1);
        }
        assertRefused(this::open, Reason.CORRUPTED);
    }

    @Test
    void aClockThatIsADayBehindTheLastLineIsNamed() {
        try (Journal journal = open()) {
            journal.append(entry("one"));
        }
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        assertRefused(() -> SqliteJournal.open(directory, yesterday, new SecureRandom()), Reason.CLOCK_WENT_BACK);
        open().close();
    }

    @Test
    void aLostKeyIsNamedInsteadOfBeingReplaced() throws Exception {
        try (Journal journal = open()) {
            journal.append(new Entry(NOON, "asked", "v1", JSON.createObjectNode(), JSON.createObjectNode()));
        }
        Path key = directory.file(SqliteJournal.KEY_FILE);
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        assertRefused(this::open, Reason.KEY);
        directory.writeSecret(SqliteJournal.KEY_FILE, kept);
        open().close();
    }

    @Test
    void aClosedJournalSaysSo() {
        Journal journal = open();
        journal.close();
        assertRefused(() -> journal.append(entry("late")), Reason.CLOSED);
    }

    private Journal open() {
        return SqliteJournal.open(directory, NOON, new SecureRandom());
    }

    private static Entry entry(String kind) {
        return new Entry(NOON, kind, null, JSON.createObjectNode().put("text", "x".repeat(400)), null);
    }

    private static Head fill(Journal journal, Reason reason) {
        Head[] last = {Head.NONE};
        assertRefused(
                () -> {
                    for (int n = 0; n < 100_000; n++) {
                        last[0] = journal.append(entry("n" + n));
                    }
                },
                reason);
        return last[0];
    }

    private static void assertRefused(Runnable attempt, Reason reason) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
