package dev.kioskguard.transfer.clearance;

import java.util.Locale;

/** Why a host does not take a clearance, in the order in which it checks. */
public enum Refusal {
    SIGNATURE,
    FORM,
    TERMINAL,
    EXPIRED,
    DIGEST,
    USED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
