package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

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

    static JournalException of(Path file, SQLException e) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case BUSY, LOCKED ->
                new JournalException(
                        Reason.LOCKED, "another process holds " + file + ": end it, then start the guard again", e);
            case READ_ONLY ->
                new JournalException(
                        Reason.READ_ONLY, file + " cannot be written: give its folder to the service's account", e);
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

    private static JournalException full(Path file, SQLException e) {
        return new JournalException(Reason.FULL, "no room for another line in " + file + ": make room on its disk", e);
    }

    private static boolean isFull(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < FREE_BYTES_MIN;
        } catch (IOException unknown) {
            return false;
        }
    }
}
