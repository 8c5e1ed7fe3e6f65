package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What SQLite's result codes mean to an operator. */
final class SqliteTrouble {

    // Primary result codes, https://www.sqlite.org/rescode.html; the extended ones keep them in the low byte.
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;
    private static final int PRIMARY_CODE = 0xff;

    /** What one line can need of the log, its index and the file. */
    private static final long FREE_BYTES_MIN = 256 * 1024;

    private SqliteTrouble() {}

    /** Says what is wrong with a journal that somebody may have closed meanwhile. */
    static JournalException of(Path file, Connection connection, SQLException e) {
        try {
            return connection.isClosed()
                    ? new JournalException(Reason.CLOSED, "the journal is closed", e)
                    : of(file, e);
        } catch (SQLException second) {
            e.addSuppressed(second);
            return of(file, e);
        }
    }

    static JournalException of(Path file, SQLException e) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case BUSY, LOCKED ->
                new JournalException(
                        Reason.LOCKED, "another process holds " + file + ": end it, then start the guard again", e);
            case READ_ONLY -> new JournalException(Reason.READ_ONLY, readOnlyDetail(file), e);
            case FULL -> full(file, e);
            case CORRUPT, NOT_A_DATABASE ->
                new JournalException(
                        Reason.CORRUPTED,
                        file + " is damaged: move it and its -wal aside for the auditor, then start the guard again",
                        e);
            case CANNOT_OPEN -> new JournalException(Reason.IO, file + " cannot be opened or made", e);
            // A full disk also shows as an error of the files beside the journal, which are mapped and truncated.
            case IO ->
                isFull(file)
                        ? full(file, e)
                        : new JournalException(Reason.IO, "the disk of " + file + " reports errors", e);
            default -> new JournalException(Reason.IO, file + " cannot be used: " + e.getMessage(), e);
        };
    }

    /** Returns what the disk itself says against another line, before one is tried. */
    static Optional<JournalException> obstacle(Path file) {
        if (isFull(file)) {
            return Optional.of(new JournalException(Reason.FULL, fullDetail(file)));
        }
        return Files.isWritable(file)
                ? Optional.empty()
                : Optional.of(new JournalException(Reason.READ_ONLY, readOnlyDetail(file)));
    }

    private static JournalException full(Path file, SQLException e) {
        return new JournalException(Reason.FULL, fullDetail(file), e);
    }

    private static String fullDetail(Path file) {
        return "no room for another line in " + file + ": make room on its disk";
    }

    private static String readOnlyDetail(Path file) {
        return file + " cannot be written: give its folder to the service's account";
    }

    private static boolean isFull(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < FREE_BYTES_MIN;
        } catch (IOException unknown) {
            return false;
        }
    }
}
