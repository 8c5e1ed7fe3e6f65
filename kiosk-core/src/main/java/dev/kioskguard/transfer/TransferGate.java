package dev.kioskguard.transfer;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The one question of a bank's Java application: may this transfer go?
 *
 * <p>Thread-safe. Every stage fails with a {@link GateRefusedException}, whose message says what to do, where the guard
 * did not take in what was asked; nothing has happened then. Stages never complete on the guard's own thread.
 */
public interface TransferGate {

    /**
     * Opens a visit for a card that the application has taken in (ownership beside); one at a time.
     *
     * @return the visit's session id
     */
    CompletionStage<String> openVisit(Card card, String language);

    /** Ends a visit, because the card is gone; what is asked about then is withdrawn, what is paused waits. */
    CompletionStage<Void> endVisit(String sessionId);

    /** Asks whether a transfer may go; one at a time in a visit. */
    CompletionStage<Asked> mayGo(String sessionId, TransferRequest request);

    /** Takes a transfer back. Withdrawing twice is withdrawing once, and what has ended stays as it is. */
    CompletionStage<Void> withdraw(String transferId);

    /**
     * Takes up a paused transfer in a new visit of the same card.
     *
     * @param code the four digits that the customer was shown
     */
    CompletionStage<Asked> resume(String transferId, String sessionId, String code);

    /**
     * A card as the guard may know it.
     *
     * @param token stands for the card and is not its number
     * @param masked as a receipt may print it
     */
    record Card(String token, String masked) {}

    /**
     * A transfer that is being asked about.
     *
     * @param answer completes at its end, which may be minutes away: the customer is asked, a person may come
     */
    record Asked(String transferId, CompletionStage<Answer> answer) {}

    /**
     * What the guard says in the end.
     *
     * @param clearance the signed token for the bank's host; null unless the transfer was cleared
     */
    record Answer(
            String transferId, Verdict verdict, @Nullable String clearance) {

        /** Returns whether the transfer may be handed to the host, together with its clearance. */
        public boolean mayGo() {
            return clearance != null;
        }

        @Override
        public String toString() {
            return "Answer[" + transferId + ", " + verdict.end() + "]";
        }
    }
}
