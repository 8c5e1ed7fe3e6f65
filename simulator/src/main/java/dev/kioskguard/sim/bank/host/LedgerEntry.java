package dev.kioskguard.sim.bank.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transfer as the host's ledger has it.
 *
 * @param clearance the compact token that was handed in with it
 * @param payAt when the money moves or moved; null for a refused transfer
 */
public record LedgerEntry(
        String transferId,
        String clearance,
        TransferStatus status,
        @Nullable Instant payAt) {

    @Override
    public String toString() {
        return "LedgerEntry[" + transferId + ", " + status + ", " + payAt + "]";
    }
}
