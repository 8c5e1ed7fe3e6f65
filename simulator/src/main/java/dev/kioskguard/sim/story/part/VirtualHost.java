package dev.kioskguard.sim.story.part;

import dev.kioskguard.sim.bank.host.TransferStatus;
import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.transfer.clearance.ClearanceClaims;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.Outcome;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.UsedClearances;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bank's host: verifies real clearances, and pays at once, later or not at all. */
public final class VirtualHost {

    private static final int CLEARANCES_MAX = 10_000;

    private final InstantSource time;
    private final ClearanceVerifier verifier;
    private final Map<String, Entry> ledger = new LinkedHashMap<>();
    private final Set<String> stopped = new LinkedHashSet<>();

    public VirtualHost(InstantSource time, Supplier<PublicKeys> keys) {
        this.time = time;
        this.verifier = new ClearanceVerifier(keys, UsedClearances.inMemory(CLEARANCES_MAX));
    }

    /** Returns {@code accepted}, or why not. */
    public String submit(String clearance, CanonicalTransfer transfer) {
        Outcome outcome = verifier.verify(clearance, transfer, time.instant());
        if (outcome instanceof Outcome.Accepted accepted) {
            ClearanceClaims claims = accepted.claims();
            ledger.put(claims.transfer(), new Entry(claims.notBefore(), false));
            return "accepted";
        }
        return outcome instanceof Outcome.Refused refused ? refused.reason().word() : "form";
    }

    /** Cancels what has not been paid; returns what has become of the transfer, or null if there is none. */
    public @Nullable String cancel(String transferId) {
        Entry entry = ledger.get(transferId);
        if (entry == null) {
            return null;
        }
        if (status(entry) == TransferStatus.PENDING) {
            ledger.put(transferId, new Entry(entry.payAt(), true));
        }
        return status(ledger.getOrDefault(transferId, entry)).word();
    }

    /** Notes that the payee's bank is asked to stop a payment. */
    public void stopPayment(String transferId) {
        stopped.add(transferId);
    }

    public boolean isStopped(String transferId) {
        return stopped.contains(transferId);
    }

    public int count(TransferStatus status) {
        return (int) ledger.values().stream()
                .filter(entry -> status(entry) == status)
                .count();
    }

    private TransferStatus status(Entry entry) {
        if (entry.cancelled()) {
            return TransferStatus.CANCELLED;
        }
        return entry.payAt().isAfter(time.instant()) ? TransferStatus.PENDING : TransferStatus.PAID;
    }

    private record Entry(Instant payAt, boolean cancelled) {}
}
