package dev.kioskguard.audit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteFileTest {

    @TempDir
    Path folder;

    // A line is on the disk when its commit returns, and a power failure leaves no half of it (sqlite.org/pragma.html).
    @ParameterizedTest
    @CsvSource({"synchronous, 2", "journal_mode, wal", "secure_delete, 1"})
    void whoeverWritesTheJournalFlushesEachLine(String pragma, String value) throws Exception {
        try (Connection journal = SqliteFile.write(folder.resolve("journal.db"), 1 << 20);
                Statement statement = journal.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            assertThat(row.getString(1)).isEqualTo(value);
        }
    }
}
