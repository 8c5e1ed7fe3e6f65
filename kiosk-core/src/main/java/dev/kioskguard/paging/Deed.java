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
    /** Say what a page that is over turned out to be, which ends it where nothing else does. */
    CLOSE,
    /** Write down that they have walked past the machine. */
    PATROL,
    /** Read what a person who calls the police has to say. */
    REPORT,
    /** See how the branch did, and whose releases are unusual. */
    OVERSEE,
    /** Read what close-outs have left to be finished. */
    DRAFT,
    /** Begin a drill, end it, and see how it went. */
    DRILL,
    /** Enrol and revoke staff. */
    ENROL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
