package dev.kioskguard.sim.bank.host;

import dev.kioskguard.sim.bank.BookFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's book: what was handed in, what became of it, which tokens are spent, which journal checkpoints were seen.
 *
 * <p>Threadsafe, and durable before a change returns. The unique token id and transfer id make a double payment
 * impossible even for a caller that forgets to ask.
 */
public final class Ledger implements AutoCloseable {

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS transfers (transfer_id TEXT PRIMARY KEY, token_id TEXT UNIQUE,"
                    + " clearance TEXT NOT NULL, status TEXT NOT NULL, pay_at_ms INTEGER)",
            "CREATE TABLE IF NOT EXISTS attempts (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), made INTEGER)",
            "INSERT OR IGNORE INTO attempts VALUES (1, 0)",
            "CREATE TABLE IF NOT EXISTS stops (transfer_id TEXT PRIMARY KEY)",
            "CREATE TABLE IF NOT EXISTS locked_cards (number TEXT PRIMARY KEY)",
            "CREATE TABLE IF NOT EXISTS checkpoints (checkpoint TEXT PRIMARY KEY, seen_at TEXT NOT NULL)");

    private final BookFile book;

    private Ledger(BookFile book) {
        this.book = book;
    }

    /** Opens the ledger in {@code file}, which is made if it is not there; its folder must exist. */
    public static Ledger open(Path file) {
        return new Ledger(BookFile.open(file, SCHEMA));
    }

    void countAttempt() {
        book.change("UPDATE attempts SET made = made + 1");
    }

    long attempts() {
        return book.query("SELECT made FROM attempts", row -> row.getLong(1)).get(0);
    }

    Optional<LedgerEntry> find(String transferId) {
        return book.query("SELECT * FROM transfers WHERE transfer_id = ?", Ledger::entry, transferId).stream()
                .findFirst();
    }

    List<LedgerEntry> all() {
        return book.query("SELECT * FROM transfers ORDER BY rowid", Ledger::entry);
    }

    boolean isSpent(String tokenId) {
        return !book.query("SELECT 1 FROM transfers WHERE token_id = ?", row -> true, tokenId)
                .isEmpty();
    }

    /** Books a transfer that the host took; false if its token was spent or the transfer booked before. */
    boolean book(LedgerEntry entry, String tokenId) {
        int changed = book.change(
                "INSERT INTO transfers VALUES (?, ?, ?, ?, ?) ON CONFLICT (transfer_id) DO UPDATE SET"
                        + " token_id = excluded.token_id, clearance = excluded.clearance, status = excluded.status,"
                        + " pay_at_ms = excluded.pay_at_ms WHERE status = 'refused' ON CONFLICT DO NOTHING",
                entry.transferId(),
                tokenId,
                entry.clearance(),
                entry.status().word(),
                milliseconds(entry.payAt()));
        return changed == 1;
    }

    /** Notes a refused transfer, unless something is known of it already. */
    void noteRefused(String transferId, String clearance) {
        book.change(
                "INSERT INTO transfers VALUES (?, NULL, ?, 'refused', NULL) ON CONFLICT DO NOTHING",
                transferId,
                clearance);
    }

    /** Moves the money of every delayed transfer that is due. */
    void settle(Instant now) {
        book.change(
                "UPDATE transfers SET status = 'paid' WHERE status = 'pending' AND pay_at_ms <= ?", now.toEpochMilli());
    }

    /** Cancels a pending transfer and returns whether there was one. */
    boolean cancel(String transferId) {
        return book.change(
                        "UPDATE transfers SET status = 'cancelled' WHERE status = 'pending' AND transfer_id = ?",
                        transferId)
                == 1;
    }

    void stop(String transferId) {
        book.change("INSERT OR IGNORE INTO stops VALUES (?)", transferId);
    }

    List<String> stopped() {
        return book.query("SELECT transfer_id FROM stops ORDER BY rowid", row -> row.getString(1));
    }

    void lock(String cardNumber) {
        book.change("INSERT OR IGNORE INTO locked_cards VALUES (?)", cardNumber);
    }

    List<String> lockedCards() {
        return book.query("SELECT number FROM locked_cards ORDER BY rowid", row -> row.getString(1));
    }

    void keepCheckpoint(String checkpoint, Instant seenAt) {
        book.change("INSERT OR IGNORE INTO checkpoints VALUES (?, ?)", checkpoint, seenAt.toString());
    }

    /** Returns the guard's signed journal heads, oldest first: anchors outside the machine. */
    public List<String> checkpoints() {
        return book.query("SELECT checkpoint FROM checkpoints ORDER BY rowid", row -> row.getString(1));
    }

    @Override
    public void close() {
        book.close();
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        long payAtMs = row.getLong("pay_at_ms");
        Instant payAt = row.wasNull() ? null : Instant.ofEpochMilli(payAtMs);
        return new LedgerEntry(
                row.getString("transfer_id"),
                row.getString("clearance"),
                TransferStatus.of(row.getString("status")),
                payAt);
    }

    private static @Nullable Long milliseconds(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
