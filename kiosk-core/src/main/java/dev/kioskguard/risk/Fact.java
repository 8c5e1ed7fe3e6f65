package dev.kioskguard.risk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be true of a transfer beyond answers and signals, by the word that policies and content packs use. */
public enum Fact {
    /** The host says that this payee was never paid before. */
    FIRST_TIME,
    /** Above the threshold of the customer's class; exactly the threshold is not above it. */
    LARGE_AMOUNT,
    /** Both regions are known, and they differ. */
    OTHER_REGION,
    DAY_TOTAL_LARGE,
    /** At or above the threshold of the customer's class. */
    BALANCE_SHARE_LARGE,
    /** As many transfers with this card at this machine as the customer's class may ask for within the window. */
    VELOCITY,
    /** The host's own flag. */
    ANOMALY,
    /** The issuer's own flag; never guessed from a picture. */
    ELDER,
    /** A transfer with this card was stopped lately, here or at a neighbour. */
    REMEMBERED_STOP,
    /** The list of suspect payees is older than it may be. */
    LIST_STALE,
    /** A look-up of the bank's own warns of the payee. */
    LOOKUP_WARNED,
    /** The bank's own look-ups were asked, and did not answer in time. */
    LOOKUP_SILENT,
    CASH_DEPOSIT,
    /** Cash into an account that the issuer's registry does not know as the payer's own. */
    DEPOSIT_TO_ANOTHER,
    /** The issuer's registry knows the payee as self, spouse or child. */
    REGISTERED_RELATION,
    /** The payer's own account at the payer's own bank. */
    OWN_ACCOUNT,
    /** The customer says that it is not the first time, and the host says that it is. */
    FIRST_TIME_DENIED,
    /** The purpose was given differently the second time. */
    PURPOSE_CHANGED,
    /** The customer has said yes to one of the tricks that were described to them. */
    HAPPENING,
    UNKNOWN_RELATION,
    UNKNOWN_HISTORY,
    UNKNOWN_REGION,
    UNKNOWN_BALANCE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fact> of(String word) {
        return Arrays.stream(values()).filter(fact -> fact.word().equals(word)).findFirst();
    }
}
