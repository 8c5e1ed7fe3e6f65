package dev.kioskguard.audit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is forgotten is gone from the disk: neither key nor text is left in the database or its log. */
class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Enough for several pages of keys, so that pages were split and merged. */
    private static final int VISITS = 300;

    /** The name as the files' bytes would show it. */
    private static final String NAME = new String("张小明".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    @TempDir
    Path data;

    @Test
    void afterRetentionNeitherKeyNorTextIsOnTheDisk() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = SqliteJournal.open(directory, NOON, new SecureRandom())) {
            for (int n = 0; n < VISITS; n++) {
                journal.append(asked(n));
            }
            Head head = journal.head();
            List<byte[]> wrapped = wrappedKeys();
            assertThat(wrapped).hasSize(VISITS);
            assertThat(present(wrapped))
                    .as("control: every key is there before")
                    .hasSize(VISITS);
            assertThat(contents()).as("the text never is").doesNotContain(NAME);

            assertThat(journal.forget(NOON.plusSeconds(VISITS - 1))).isEqualTo(VISITS - 1);

            assertThat(present(wrapped)).as("only the last visit's is left").containsExactly(VISITS - 1);
            assertThat(contents()).doesNotContain(NAME);
            assertThat(Files.size(data.resolve("journal.db-wal"))).isZero();
            assertThat(journal.personal(journal.lines(0, 1).get(0).fields())).isEmpty();
            assertThat(journal.personal(journal.lines(VISITS - 1, 1).get(0).fields()))
                    .isPresent();
            assertThat(Chain.verify(journal.all(), List.of(head))).isEmpty();
        }
    }

    @Test
    void aReaderThatKeepsTheLogAliveIsNamed() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = SqliteJournal.open(directory, NOON, new SecureRandom())) {
            journal.append(asked(0));
            try (Connection reader = connect();
                    Statement statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.executeQuery("SELECT count(*) FROM entries").next();
                assertThatThrownBy(() -> journal.forget(NOON.plusSeconds(1)))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("forget again");
            }
            assertThat(journal.forget(NOON.plusSeconds(1)))
                    .as("already destroyed")
                    .isZero();
            assertThat(Files.size(data.resolve("journal.db-wal"))).isZero();
        }
    }

    private static Entry asked(int n) {
        var personal = JSON.createObjectNode().put("name", "张小明").put("n", n);
        return new Entry(NOON.plusSeconds(n), "asked", "visit-" + n, JSON.createObjectNode(), personal);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve(SqliteJournal.FILE));
    }

    private List<byte[]> wrappedKeys() throws Exception {
        List<byte[]> keys = new ArrayList<>();
        try (Connection reader = connect();
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("SELECT wrapped FROM visit_keys ORDER BY id")) {
            while (rows.next()) {
                keys.add(rows.getBytes(1));
            }
        }
        return keys;
    }

    /** Returns which of the keys' first twenty bytes lie anywhere in the files. */
    private Set<Integer> present(List<byte[]> keys) throws IOException {
        String all = contents();
        Set<Integer> present = new HashSet<>();
        for (int n = 0; n < keys.size(); n++) {
            if (all.contains(new String(keys.get(n), 0, 20, StandardCharsets.ISO_8859_1))) {
                present.add(n);
            }
        }
        return present;
    }

    private String contents() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("journal.db", "journal.db-wal")) {
            all.append(new String(Files.readAllBytes(data.resolve(name)), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
