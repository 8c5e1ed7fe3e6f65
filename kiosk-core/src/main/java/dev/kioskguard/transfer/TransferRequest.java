package dev.kioskguard.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What the bank's application asks: may this go?
 *
 * @param delay when the customer wants the money to move; null is real time where the evidence allows it
 */
public record TransferRequest(
        Kind kind,
        Money amount,
        Payee payee,
        Payer payer,
        @Nullable DelayMode delay) {

    /** Returns whether payer and payee are the same registered person at the same bank (rule V1 of the field). */
    public boolean isToOwnAccountAtSameBank() {
        return payee.standing().relation() == Relation.SELF
                && payee.bank() != null
                && payee.bank().equals(payer.bank());
    }

    /** The two businesses that are guarded. */
    public enum Kind {
        TRANSFER("transfer"),
        CASH_DEPOSIT("cash-deposit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
