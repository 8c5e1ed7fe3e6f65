package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.ChainTip;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines in their table. Not safe for more than one thread. */
final class EntryTable implements AutoCloseable {

    /** Lines that are checked when a journal is opened: more than any one visit writes. */
    static final int CHECKED_LINES = 200;

    private final Connection connection;
    private @Nullable PreparedStatement insert;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    /** Writes the line; it is durable on return. */
    void insert(Line line) throws SQLException {
        PreparedStatement prepared = insert == null
                ? connection.prepareStatement("INSERT INTO entries(seq, line, hash) VALUES (?, ?, ?)")
                : insert;
        // The driver ends a statement that failed, so it is kept only once it has worked.
        insert = null;
        prepared.setLong(1, line.sequence());
        prepared.setString(2, line.text());
        prepared.setString(3, line.hash());
        prepared.executeUpdate();
        insert = prepared;
    }

    List<Line> after(long after, int max) throws SQLException {
        return query("SELECT seq, line, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?", after, max);
    }

    /**
     * Returns the end of the chain, after checking its last lines.
     *
     * @throws JournalException (corrupted) if they do not follow from each other
     */
    ChainTip tip() throws SQLException {
        List<Line> last = new ArrayList<>(query(
                "SELECT seq, line, hash FROM entries WHERE seq > ? ORDER BY seq DESC LIMIT ?", -1, CHECKED_LINES));
        Collections.reverse(last);
        if (last.isEmpty()) {
            return ChainTip.START;
        }
        Line before = null;
        Instant lastAt = Instant.MIN;
        for (Line line : last) {
            Line.Fields fields = line.fields();
            String prev = before == null ? fields.prev() : before.hash();
            long sequence = before == null ? fields.seq() : before.sequence() + 1;
            if (!line.agrees()
                    || line.sequence() != sequence
                    || fields.seq() != sequence
                    || !fields.prev().equals(prev)) {
                throw new JournalException(
                        Reason.CORRUPTED,
                        ("line %d of the journal does not follow from the one before: move the journal aside for the"
                                        + " auditor (kiosk journal verify names what was changed)")
                                .formatted(line.sequence()));
            }
            before = line;
            lastAt = fields.at().isAfter(lastAt) ? fields.at() : lastAt;
        }
        return new ChainTip(last.get(last.size() - 1).head(), lastAt);
    }

    /** Carries everything over into the file and empties the write-ahead log; false if a reader stands in the way. */
    boolean emptyLog() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    private List<Line> query(String sql, long after, int max) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, after);
            query.setInt(2, Math.min(max, LinePages.PAGE_LINES));
            List<Line> lines = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() throws SQLException {
        if (insert != null) {
            insert.close();
        }
    }
}
