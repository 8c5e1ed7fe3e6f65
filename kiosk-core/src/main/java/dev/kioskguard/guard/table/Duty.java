package dev.kioskguard.guard.table;

/** What a row of the table wants done in the world; the details come from the case. */
public enum Duty {
    /** Show the screen of the stage gone to. */
    SHOW,
    /** Call the lobby manager. */
    PAGE,
    /** Remember for this card that a transfer was stopped. */
    REMEMBER,
    /** Ask the bank to give the card back. */
    RETURN_CARD,
    /** Sign a clearance. */
    CLEAR,

    /** Ask the bank to cancel, to stop the payment, to lock the card, and to print what the police will want. */
    CALL_BACK
}
