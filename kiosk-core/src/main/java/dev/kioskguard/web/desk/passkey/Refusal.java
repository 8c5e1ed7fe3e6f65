package dev.kioskguard.web.desk.passkey;

import java.util.Locale;

/** Why a passkey was refused, as the journal says it. */
enum Refusal {
    /** The challenge was not given out, or not to them, was used before, or is over. */
    CHALLENGE,
    /** It was signed for a page elsewhere. */
    ORIGIN,
    /** Nobody has such a passkey, or not who it says it belongs to. */
    UNKNOWN,
    /** The phone has not made sure of who holds it. */
    UNVERIFIED,
    /** It was not signed with the key that was added. */
    SIGNATURE,
    /** It has signed no more often than before, as a copy would. */
    COUNTER,
    /** It is not what a phone sends. */
    FORM;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Carries one out of a check. */
    static final class Thrown extends Exception {

        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        Thrown(Refusal refusal) {
            super(refusal.word());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
