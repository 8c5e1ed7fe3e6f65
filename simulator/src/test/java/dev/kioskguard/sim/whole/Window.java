package dev.kioskguard.sim.whole;

import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.sim.bank.setup.SimulatedBank;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a power failure met a transfer, told afterwards by what lies on the disks and by who had been answered. */
enum Window {
    /** No line clears it. */
    UNDER_WAY,
    /** A line clears it, and nobody outside has its clearance: it was being signed, or was on its way. */
    SIGNED,
    /** Whoever waited for the clearance has it, and the host has not. */
    DELIVERED,
    /** The host has booked it. */
    SUBMITTED;

    /**
     * Tells the window of a failure.
     *
     * @param delivered whether whoever waited for the clearance was given it
     */
    static Window met(Path data, String transferId, boolean delivered) throws SQLException {
        if (isBooked(data, transferId)) {
            return SUBMITTED;
        }
        return !isCleared(data, transferId) ? UNDER_WAY : delivered ? DELIVERED : SIGNED;
    }

    /** Whether a line of the journal clears a transfer; the journal may be in use. */
    static boolean isCleared(Path data, String transferId) throws SQLException {
        return counts(
                data.resolve(SqliteJournal.FILE),
                "SELECT count(*) FROM entries WHERE line LIKE ?",
                "%" + transferId + "%\"CLEARED\"%");
    }

    private static boolean isBooked(Path data, String transferId) throws SQLException {
        return counts(
                data.resolve(SimulatedBank.LEDGER_FILE),
                "SELECT count(*) FROM transfers WHERE transfer_id LIKE ?",
                transferId);
    }

    /** Looks only: whoever writes to a journal that was cut off would repair it. */
    private static boolean counts(Path file, String query, String wanted) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, wanted);
            try (ResultSet row = statement.executeQuery()) {
                return row.getInt(1) > 0;
            }
        }
    }
}
