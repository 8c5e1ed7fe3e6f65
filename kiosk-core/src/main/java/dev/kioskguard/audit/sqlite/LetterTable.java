package dev.kioskguard.audit.sqlite;

import dev.kioskguard.audit.Letter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The letters in their table, in one commit with the line that causes them. Not safe for more than one thread. */
final class LetterTable {

    private final Connection connection;

    LetterTable(Connection connection) {
        this.connection = connection;
    }

    /** Writes the line and the letters; all are durable on return, and none is written after an exception. */
    void beside(List<Letter> letters, LineWriter line) throws SQLException {
        if (letters.isEmpty()) {
            line.write();
            return;
        }
        connection.setAutoCommit(false);
        try {
            line.write();
            for (Letter letter : letters) {
                put(letter);
            }
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void put(Letter letter) throws SQLException {
        String sql = letter.text() == null
                ? "DELETE FROM letters WHERE id = ?"
                : "INSERT INTO letters(id, text) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET text = excluded.text";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, letter.id());
            if (letter.text() != null) {
                statement.setString(2, letter.text());
            }
            statement.executeUpdate();
        }
    }

    /** What SQLite has rolled back by itself, as it does on a full disk, is no second trouble. */
    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException already) {
            cause.addSuppressed(already);
        }
    }

    List<Letter> all() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT id, text FROM letters ORDER BY number")) {
            List<Letter> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Letter(rows.getString(1), rows.getString(2)));
            }
            return List.copyOf(all);
        }
    }

    /** Writes one line on this connection. */
    interface LineWriter {
        void write() throws SQLException;
    }
}
