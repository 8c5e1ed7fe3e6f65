package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import dev.kioskguard.audit.seal.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A journal's file that is only looked at: an auditor's copy, or the one of a guard that is at work. Nothing is
 * checked beforehand, so that a damaged chain can be shown. Not safe for more than one thread.
 */
public final class JournalReader implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Connection connection;
    private final EntryTable entries;
    private final @Nullable VisitKeyTable keys;

    private JournalReader(Path file, Connection connection, @Nullable MasterKey master) {
        this.file = file;
        this.connection = connection;
        this.entries = new EntryTable(connection);
        this.keys = master == null ? null : new VisitKeyTable(connection, master);
    }

    /**
     * Opens the file. What is personal can be read where {@value SqliteJournal#KEY_FILE} lies beside it and this
     * account may read that.
     *
     * @throws JournalException if there is no such file or it is no journal
     */
    public static JournalReader open(Path file) {
        if (Files.isDirectory(file)) {
            throw new JournalException(
                    Reason.IO,
                    "%s is a folder; name the journal in it: %s".formatted(file, file.resolve(SqliteJournal.FILE)));
        }
        if (!Files.isRegularFile(file)) {
            throw new JournalException(Reason.IO, "there is no journal " + file);
        }
        try {
            return new JournalReader(file, SqliteFile.read(file), master(file));
        } catch (SQLException e) {
            throw SqliteTrouble.of(file, e);
        }
    }

    private static @Nullable MasterKey master(Path file) {
        try {
            return MasterKey.of(Files.readAllBytes(file.resolveSibling(SqliteJournal.KEY_FILE)));
        } catch (IOException | IllegalArgumentException notAtHand) {
            return null;
        }
    }

    /** Returns all lines in the order of their places. */
    public Iterable<Line> all() {
        return () -> new LinePages(Long.MIN_VALUE, (after, max) -> {
            try {
                return entries.after(after, max);
            } catch (SQLException e) {
                throw SqliteTrouble.of(file, e);
            }
        });
    }

    /** Returns the personal part of a line; empty if it has none, or it was forgotten, or the key is not at hand. */
    public Optional<ObjectNode> personal(Line.Fields line) {
        String visit = line.visit();
        String sealed = line.sealed();
        if (keys == null || visit == null || sealed == null) {
            return Optional.empty();
        }
        try {
            return keys.find(visit)
                    .flatMap(key -> key.open(line.seq(), visit, sealed))
                    .map(bytes -> (ObjectNode) JSON.readTree(bytes));
        } catch (SQLException e) {
            throw SqliteTrouble.of(file, e);
        }
    }

    /** Returns whether the visit's key was destroyed, so that nobody will ever read what is personal in its lines. */
    public boolean forgotten(String visit) {
        try {
            return VisitKeyTable.isDestroyed(connection, visit);
        } catch (SQLException e) {
            throw SqliteTrouble.of(file, e);
        }
    }

    @Override
    public void close() {
        try {
            entries.close();
            connection.close();
        } catch (SQLException e) {
            throw SqliteTrouble.of(file, e);
        }
    }
}
