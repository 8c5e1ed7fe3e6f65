package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.seal.MasterKey;
import dev.kioskguard.audit.seal.VisitKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wrapped keys of the visits. Not safe for more than one thread. */
final class VisitKeyTable {

    private final Connection connection;
    private final MasterKey master;
    private @Nullable Latest latest;

    VisitKeyTable(Connection connection, MasterKey master) {
        this.connection = connection;
        this.master = master;
    }

    /** Returns the visit's key, made and durable if this is its first use. */
    VisitKey keyFor(String visit, Instant at, SecureRandom random) throws SQLException {
        if (latest != null && latest.visit.equals(visit)) {
            return latest.key;
        }
        VisitKey key = find(visit).orElse(null);
        if (key == null) {
            key = VisitKey.random(random);
            insert(visit, at, master.wrap(visit, key, random));
        }
        latest = new Latest(visit, key);
        return key;
    }

    /** Returns the visit's key; empty if there was none, or it was destroyed, or the master key is another's. */
    Optional<VisitKey> find(String visit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT wrapped FROM visit_keys WHERE visit = ?")) {
            query.setString(1, visit);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? master.unwrap(visit, row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /**
     * Checks that the latest key that was not destroyed can be unwrapped; without one all is well.
     *
     * @throws JournalException (key) if the master key is another's
     */
    void checkMaster(String keyFile, Path journal) throws SQLException {
        if (!belongsToMaster()) {
            throw new JournalException(
                    JournalException.Reason.KEY,
                    "%s is not the key with which %s was written: restore it, or move the journal aside"
                            .formatted(keyFile, journal));
        }
    }

    private boolean belongsToMaster() throws SQLException {
        String latestKept =
                "SELECT visit, wrapped FROM visit_keys WHERE wrapped <> zeroblob(%d) ORDER BY id DESC LIMIT 1"
                        .formatted(MasterKey.WRAPPED_BYTES);
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(latestKept)) {
            return !row.next()
                    || master.unwrap(row.getString(1), row.getBytes(2)).isPresent();
        }
    }

    /** Returns whether the visit had a key that was destroyed. */
    static boolean isDestroyed(Connection connection, String visit) throws SQLException {
        String sql = "SELECT 1 FROM visit_keys WHERE visit = ? AND wrapped = zeroblob(%d)"
                .formatted(MasterKey.WRAPPED_BYTES);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, visit);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    int destroy(Instant before) throws SQLException {
        latest = null;
        String zeros = "UPDATE visit_keys SET wrapped = zeroblob(%1$d) WHERE since < ? AND wrapped <> zeroblob(%1$d)"
                .formatted(MasterKey.WRAPPED_BYTES);
        try (PreparedStatement update = connection.prepareStatement(zeros)) {
            update.setLong(1, before.toEpochMilli());
            return update.executeUpdate();
        }
    }

    private void insert(String visit, Instant at, byte[] wrapped) throws SQLException {
        // A visit that goes on after its key was destroyed gets another; what came before stays unreadable.
        String upsert = "INSERT INTO visit_keys(visit, since, wrapped) VALUES (?, ?, ?)"
                + " ON CONFLICT(visit) DO UPDATE SET since = excluded.since, wrapped = excluded.wrapped";
        try (PreparedStatement insert = connection.prepareStatement(upsert)) {
            insert.setString(1, visit);
            insert.setLong(2, at.toEpochMilli());
            insert.setBytes(3, wrapped);
            insert.executeUpdate();
        }
    }

    /** The visit that is going on, whose key nearly every line wants. */
    private record Latest(String visit, VisitKey key) {}
}
