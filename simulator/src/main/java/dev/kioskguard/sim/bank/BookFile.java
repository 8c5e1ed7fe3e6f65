package dev.kioskguard.sim.bank;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file of the bank (WAL, synchronous FULL): a change is on the disk when the call returns.
 *
 * <p>Threadsafe: one caller at a time. A broken disk is an {@link IllegalStateException} that names the file's purpose
 * and nothing of what is in it.
 */
public final class BookFile implements AutoCloseable {

    private static final List<String> DURABLE = List.of("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL");

    private final Connection connection;

    private BookFile(Connection connection) {
        this.connection = connection;
    }

    /** Opens {@code file}, made if it is not there, and runs the repeatable statements of {@code schema}. */
    public static BookFile open(Path file, List<String> schema) {
        try {
            BookFile book = new BookFile(DriverManager.getConnection("jdbc:sqlite:" + file));
            DURABLE.forEach(book::run);
            schema.forEach(book::run);
            return book;
        } catch (SQLException e) {
            throw unusable("open", e);
        }
    }

    /** Runs one changing statement and returns how many rows it changed. */
    public synchronized int change(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw unusable("write", e);
        }
    }

    public synchronized <T> List<T> query(String sql, Row<T> reading, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw unusable("read", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unusable("close", e);
        }
    }

    private synchronized void run(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw unusable("open", e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IllegalStateException unusable(String what, SQLException cause) {
        return new IllegalStateException("cannot " + what + " the bank's books: check the data directory", cause);
    }

    /** One row of an answer, made into a value. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
