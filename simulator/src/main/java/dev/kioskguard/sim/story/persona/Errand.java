package dev.kioskguard.sim.story.persona;

import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.TransferRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has come for and knows of it.
 *
 * @param purpose what they have said that the money is for; null before they were asked
 */
public record Errand(TransferRequest transfer, @Nullable String purpose) {

    public Errand saying(String told) {
        return new Errand(transfer, told);
    }

    public boolean isFirstTime() {
        return Boolean.TRUE.equals(transfer.payee().standing().firstTime());
    }

    /** Returns whether the payee is of the payer's family by the issuer's registry. */
    public boolean isFamily() {
        Relation relation = transfer.payee().standing().relation();
        return relation != null && relation != Relation.NONE;
    }

    /** Returns an answer to such a screen that is not right. */
    public Optional<Answer> mistaken(Look look) {
        if (look.typed() != null) {
            // No transfer is of nothing, no surname is a digit, and no account of the stories ends so.
            return Optional.of(Answer.type("0000"));
        }
        Optional<Answer> right = right(look);
        return look.answers().stream()
                .map(choice -> Answer.press(choice.id()))
                .filter(answer -> !right.equals(Optional.of(answer)))
                .findFirst();
    }

    /** Returns the right answer to a screen whose text changes, whichever form it has this time. */
    public Optional<Answer> right(Look look) {
        String typed = look.typed();
        if (typed != null) {
            return Optional.of(Answer.type(
                    switch (typed) {
                        case "amount" -> transfer.amount().units().toPlainString();
                        case "last-four" -> transfer.payee().lastFour();
                        default -> transfer.payee().surname();
                    }));
        }
        return look.meaning(Offers.TRUE_SENTENCE)
                .or(() -> look.meaning(transfer.payee().surname()))
                .map(Answer::press);
    }
}
