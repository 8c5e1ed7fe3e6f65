package dev.kioskguard.audit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalContract;
import java.nio.file.Path;
import java.security.SecureRandom;
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
}
