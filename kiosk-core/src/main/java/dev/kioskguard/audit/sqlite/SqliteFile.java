package dev.kioskguard.audit.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.sqlite.JDBC;

/** How a journal's file is opened: to write it, or only to look. */
final class SqliteFile {

    private static final int BUSY_MS_MAX = 2_000;

    /** Small pages, because a commit writes whole ones and a line is a few hundred bytes. */
    private static final int PAGE_BYTES = 1024;

    /** Pages in the write-ahead log before they are carried over to the file: 1 MiB. */
    private static final int CHECKPOINT_PAGES = 1024;

    private SqliteFile() {}

    static Connection write(Path file, long bytesMax) throws SQLException {
        removeLeftUnpacked(folder(file));
        unpackBeside(file);
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MS_MAX);
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA secure_delete = ON");
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            statement.execute("PRAGMA max_page_count = " + Math.max(1, bytesMax / PAGE_BYTES));
            // The hash stands beside the text so that a careless change of either names its own line.
            statement.execute("CREATE TABLE IF NOT EXISTS entries("
                    + "seq INTEGER PRIMARY KEY, line TEXT NOT NULL, hash TEXT NOT NULL)");
            // Rows are only ever added at the end and overwritten in place, so that no copy of a key is left behind
            // when pages are rebalanced; a destroyed key is all zeros.
            statement.execute("CREATE TABLE IF NOT EXISTS visit_keys("
                    + "id INTEGER PRIMARY KEY, visit TEXT NOT NULL UNIQUE, since INTEGER NOT NULL,"
                    + " wrapped BLOB NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS letters("
                    + "number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL)");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static Connection read(Path file) throws SQLException {
        unpackBeside(file);
        // A file on a read-only medium can have no shared memory beside it; SQLite then must be told that it rests.
        boolean rests =
                !Files.exists(file.resolveSibling(file.getFileName() + "-wal")) && !Files.isWritable(folder(file));
        String uri = file.toAbsolutePath().toUri().toString() + (rests ? "?immutable=1" : "?mode=ro");
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + uri, new Properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MS_MAX);
            statement.execute("PRAGMA query_only = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Has the native library unpacked beside the journal where the folder for temporary files allows no programs. */
    private static void unpackBeside(Path file) {
        Path folder = folder(file);
        if (System.getProperty("org.sqlite.tmpdir") == null && Files.isWritable(folder)) {
            System.setProperty("org.sqlite.tmpdir", folder.toString());
        }
    }

    /** A process that was killed leaves the library it had unpacked, a megabyte each time. */
    private static void removeLeftUnpacked(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*-*sqlitejdbc*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            // Windows keeps a library that somebody works with; the next start will find it.
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
