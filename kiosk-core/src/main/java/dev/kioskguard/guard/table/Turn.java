package dev.kioskguard.guard.table;

/**
 * What an event means for a transfer. Conditions are decided before the table and arrive as different turns, so that
 * every choice the guard can make is a row that one can point at.
 */
public enum Turn {
    /** The request can be prompted. */
    REQUEST_TAKEN,
    /** The prompt cannot be given: no voice, no screen, no trustworthy clock. */
    PROMPT_IMPOSSIBLE,
    /** The payee stands on the list of suspects. */
    PAYEE_LISTED,

    PURPOSE_GIVEN,
    /** A purpose, for a payee whom the issuer has registered as self, spouse or child. */
    PURPOSE_GIVEN_EXEMPT,
    BAIT_GIVEN,
    BAIT_DENIED,
    BAIT_CONFIRMED,
    /** A bait answer after one that was denied. */
    BAIT_GIVEN_AGAIN,
    ANSWERED,
    ANSWERED_LAST,

    UNDERSTOOD,
    /** The warning was passed, but one of its four channels was not proven. */
    PROMPT_UNPROVEN,
    /** The customer says that what the warning tells is happening to them. */
    HAPPENING,
    /** The same of a trick after which no transfer is ever honest. */
    HAPPENING_ENDS,
    /** The customer says that payee or amount is not what they meant. */
    DETAILS_WRONG,
    /** The tier has risen since the warning, whose own answer is owed now. */
    WARNING_WANTED,
    /** Orange and above: the customer has to show that they understood. */
    PROOF_WANTED,
    /** Red: somebody has to come first. */
    PERSON_WANTED,
    MISTAKEN,
    MISTAKEN_TWICE,
    CONFIRMED,
    CONFIRMED_AGAIN,
    /** Both confirmations are given, and something that any clearance needs is not proven. */
    EVIDENCE_MISSING,

    CALL_BEGAN,
    CALL_OVER,
    /** Two kinds of evidence in one visit. */
    EVIDENCE_PAIRED,
    REPEAT_ASKED,
    HELP_ASKED,
    /** The gesture that the screen does not show. */
    SILENT_HELP,
    /** After the money was let go the customer says that they were cheated. */
    CHEATED,
    WENT_BACK,
    PAUSE_ASKED,
    RESUMED,
    PAUSE_LAPSED,
    STOP_ASKED,

    STAFF_HELD,
    /** A release that is not enough by itself: red wants two people. */
    RELEASED_BY_ONE,
    RELEASED,
    STAFF_CANCELLED,
    NOBODY_CAME,

    SILENCE,
    CARD_GONE,
    APPLICATION_WITHDREW,
    SCREEN_LOST,
    CLOCK_JUMPED,
    RESTARTED
}
