package dev.kioskguard.app.wiring;

import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.transfer.clearance.ClearanceClaims;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Clearances for transfers that the guard has let go, each bound to the journal's head that tells of it. */
public final class Clearances {

    private final ClearanceKeys keys;
    private final Journal journal;
    private final String terminal;
    private final Supplier<String> pack;
    private final Supplier<Duration> life;

    /**
     * A signer for one terminal.
     *
     * @param pack version of the content that customers are shown now
     * @param life how long a host may take a clearance
     */
    public Clearances(
            ClearanceKeys keys, Journal journal, String terminal, Supplier<String> pack, Supplier<Duration> life) {
        this.keys = keys;
        this.journal = journal;
        this.terminal = terminal;
        this.pack = pack;
        this.life = life;
    }

    /** Signs for a case whose line has just been written. */
    public String sign(Case cleared) {
        return sign(cleared, journal.head(), pack.get());
    }

    /**
     * Signs for a case whose line is the journal's head given here. The same gives the same token, so that
     * a clearance that a crash kept from its receiver is no second one when it is made again.
     */
    String sign(Case cleared, Head line, String shown) {
        Verdict verdict = cleared.verdict();
        Verdict.Release release = verdict == null ? null : verdict.release();
        if (verdict == null || release == null) {
            throw new IllegalArgumentException("only what was let go can be cleared: " + cleared.transferId());
        }
        Instant at = cleared.screen() == null
                ? release.until()
                : cleared.screen().times().shown();
        String session = cleared.named().sessionId();
        return keys.sign(new ClearanceClaims(
                cleared.transferId(),
                at,
                at.plus(life.get()),
                terminal,
                session,
                cleared.transferId(),
                CanonicalTransfer.of(cleared.request(), terminal, session).digest(),
                verdict.tier(),
                release.mode(),
                release.until(),
                shown,
                line));
    }
}
