package dev.kioskguard.audit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalContract;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.audit.Letter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

    @TempDir
    Path data;

    private DataDirectory directory;

    @Override
    protected Journal begin() {
        directory = DataDirectory.open(data);
        return SqliteJournal.open(directory, NOON, new SecureRandom());
    }

    @AfterEach
    void letGo() {
        directory.close();
    }

    @Test
    void aJournalThatWasClosedGoesOnWhereItEnded() {
        journal.append(personal(NOON, "v1", "张小明"));
        Head head = journal.append(entry(NOON.plusSeconds(1), "two"));
        journal.close();
        directory.close();
        journal = begin();
        assertThat(journal.head()).isEqualTo(head);
        assertThat(journal.lastAt()).contains(NOON.plusSeconds(1));
        assertThat(journal.personal(journal.lines(0, 1).get(0).fields())).contains(node("name", "张小明"));
        journal.append(personal(NOON.plusSeconds(2), "v1", "李四"));
        assertThat(Chain.verify(journal.all(), List.of(head))).isEmpty();
    }

    @Test
    void lettersAreThereAfterARestart() {
        journal.append(entry(NOON, "one"), List.of(new Letter("a", "1"), new Letter("b", "1")));
        journal.append(entry(NOON, "two"), List.of(new Letter("a", "2")));
        journal.close();
        directory.close();
        journal = begin();
        assertThat(journal.letters()).containsExactly(new Letter("a", "2"), new Letter("b", "1"));
        assertThat(Chain.verify(journal.all(), List.of(journal.head()))).isEmpty();
    }

    /** A trigger stands for a disk that fails between the line and its letter. */
    @Test
    void aLineWhoseLetterCannotBeWrittenIsNotWrittenEither() throws SQLException {
        Head head = journal.append(entry(NOON, "one"), List.of(new Letter("a", "1")));
        try (Connection beside = DriverManager.getConnection("jdbc:sqlite:" + directory.file(SqliteJournal.FILE));
                Statement statement = beside.createStatement()) {
            statement.execute("CREATE TRIGGER no_letter BEFORE INSERT ON letters WHEN new.id = 'lost'"
                    + " BEGIN SELECT RAISE(ABORT, 'no letter'); END");
        }
        assertRefused(
                () -> journal.append(entry(NOON, "two"), List.of(new Letter("a", "2"), new Letter("lost", "1"))),
                Reason.IO);

        assertThat(journal.letters()).containsExactly(new Letter("a", "1"));
        assertThat(journal.all()).hasSize(1);
        assertThat(journal.append(entry(NOON, "again")).sequence()).isEqualTo(head.sequence() + 1);
        assertThat(Chain.verify(journal.all(), List.of(journal.head()))).isEmpty();
    }
}
