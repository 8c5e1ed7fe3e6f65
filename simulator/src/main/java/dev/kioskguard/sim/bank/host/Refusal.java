package dev.kioskguard.sim.bank.host;

import java.util.Locale;

/** Why the host does not take a submission, in the order in which it looks. */
public enum Refusal {
    /** Not a clearance with every claim, or not a transfer. */
    FORM,
    /** Not signed with a key of the guard. */
    SIGNATURE,
    /** Made for a terminal that this host does not serve. */
    TERMINAL,
    /** Made over another transfer than the one handed in. */
    DIGEST,
    /** Spent already, or its transfer was paid on another clearance. */
    USED,
    /** Handed in after its time. */
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
