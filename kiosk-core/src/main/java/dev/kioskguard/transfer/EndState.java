package dev.kioskguard.transfer;

import java.util.Locale;

/** The five ways in which a guarded transfer ends. */
public enum EndState {
    /** Let go, with a clearance. */
    CLEARED,
    /** Ended by a bait answer given twice, or by the customer's own stop. */
    STOPPED,
    /** Taken back: the card is gone, or the application no longer asks. */
    WITHDRAWN,
    /** Nobody answered, or a pause was not taken up. */
    EXPIRED,
    /** Not allowed: evidence, a device, the policy, staff or a restart stands against it. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
