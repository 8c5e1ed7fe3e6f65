package dev.kioskguard.sim.bank.host;

import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.transfer.clearance.ClearanceClaims;
import dev.kioskguard.transfer.clearance.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The bank's host. It trusts nobody's word but a clearance over exactly the transfer that is handed in with it.
 *
 * <p>Threadsafe. An answer is given after the ledger is on the disk. The money of a delayed transfer has moved from its
 * instant on, whether somebody looks or not.
 */
public final class Host {

    private static final int SHOWN_DIGITS = 4;

    private final Ledger ledger;
    private final ClearanceReader reader;
    private final String terminal;
    private final InstantSource clock;

    /**
     * Makes a host that serves one terminal.
     *
     * @param terminal the only {@code terminal} claim that is taken
     */
    public Host(Ledger ledger, ClearanceReader reader, String terminal, InstantSource clock) {
        this.ledger = ledger;
        this.reader = reader;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * Takes a clearance with its transfer and books the payment, or throws.
     *
     * @throws RefusedException if the submission is not good
     * @throws HostUnreachableException if the guard's keys cannot be had; nothing is decided then
     */
    public synchronized LedgerEntry submit(String clearance, JsonNode transfer) {
        ledger.countAttempt();
        ClearanceClaims claims = reader.read(clearance);
        try {
            return book(claims, clearance, transfer);
        } catch (RefusedException refused) {
            ledger.noteRefused(claims.transfer(), clearance);
            throw refused;
        }
    }

    private LedgerEntry book(ClearanceClaims claims, String clearance, JsonNode transfer) {
        Instant now = clock.instant();
        require(claims.terminal().equals(terminal), Refusal.TERMINAL);
        CanonicalTransfer presented = PresentedTransfer.canonical(transfer, terminal, claims.session());
        require(presented.digest().equals(claims.digest()), Refusal.DIGEST);
        require(!ledger.isSpent(claims.jti()), Refusal.USED);
        require(now.isBefore(claims.exp()), Refusal.EXPIRED);
        Instant payAt = claims.notBefore().isAfter(now) ? claims.notBefore() : now;
        TransferStatus status = payAt.isAfter(now) ? TransferStatus.PENDING : TransferStatus.PAID;
        LedgerEntry entry = new LedgerEntry(claims.transfer(), clearance, status, payAt);
        require(ledger.book(entry, claims.jti()), Refusal.USED);
        return entry;
    }

    /**
     * Cancels a delayed transfer, up to the instant at which its money moves and not at it; again is harmless.
     *
     * @return the entry as it stands afterwards, which is {@link TransferStatus#PAID} if the call came too late
     */
    public synchronized Optional<LedgerEntry> cancel(String transferId) {
        ledger.settle(clock.instant());
        ledger.cancel(transferId);
        return ledger.find(transferId);
    }

    /** Asks the payee's bank to stop a payment that may have moved; again is harmless. */
    public synchronized void stopPayment(String transferId) {
        ledger.stop(transferId);
    }

    /** Returns the transfers whose payment is asked to be stopped, the earliest first. */
    public synchronized List<String> stopped() {
        return ledger.stopped();
    }

    /** Locks a card until its holder has been at the counter. */
    public synchronized void lock(String cardNumber) {
        ledger.lock(cardNumber);
    }

    public synchronized boolean isLocked(String cardNumber) {
        return ledger.lockedCards().contains(cardNumber);
    }

    /** Returns the locked cards as a receipt may print them, the earliest first. */
    public synchronized List<String> locked() {
        return ledger.lockedCards().stream().map(Host::masked).toList();
    }

    private static String masked(String number) {
        return "**** " + number.substring(Math.max(0, number.length() - SHOWN_DIGITS));
    }

    public synchronized Optional<LedgerEntry> find(String transferId) {
        ledger.settle(clock.instant());
        return ledger.find(transferId);
    }

    public synchronized List<LedgerEntry> transfers() {
        ledger.settle(clock.instant());
        return ledger.all();
    }

    /** Returns how many submissions were ever handed in, good or bad. */
    public long attempts() {
        return ledger.attempts();
    }

    /** Keeps a signed journal checkpoint, so that a rewritten journal shows; the same one again is harmless. */
    public void keepCheckpoint(String checkpoint) {
        ledger.keepCheckpoint(checkpoint, clock.instant());
    }

    private static void require(boolean good, Refusal otherwise) {
        if (!good) {
            throw new RefusedException(otherwise);
        }
    }
}
