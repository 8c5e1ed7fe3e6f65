package dev.kioskguard.paging;

import java.util.Locale;

/** What a member of staff may do at the desk, beside reading pages. */
public enum Deed {
    /** Say that a page was seen, and that they are coming. */
    ACKNOWLEDGE,
    /** Let a held transfer go on, at the machine. */
    RELEASE,
    /** Keep a transfer waiting. */
    HOLD,
    /** End a transfer. */
    CANCEL,
    /** Call the next level. */
    ESCALATE,
    /** Enrol and revoke staff. */
    ENROL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
