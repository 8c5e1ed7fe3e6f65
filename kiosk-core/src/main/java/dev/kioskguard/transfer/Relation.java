package dev.kioskguard.transfer;

/** What the issuer's registry says the payee is to the payer; never what the customer says. */
public enum Relation {
    SELF,
    SPOUSE,
    CHILD,
    OTHER,
    NONE;

    /** Returns whether the questions (and only they) are skipped: the family exemption of the field's practice. */
    public boolean skipsQuestions() {
        return this == SELF || this == SPOUSE || this == CHILD;
    }
}
