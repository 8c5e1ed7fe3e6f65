package dev.kioskguard.sim.bank.app;

import java.util.List;
import java.util.Optional;

/** What the application does with the card, whoever owns the reader. */
public interface Terminal {

    void returnCard(String sessionId);

    void retainCard(String sessionId);

    /** Returns the number of the card of a visit of late, where it is known. */
    default Optional<String> cardOf(String sessionId) {
        return Optional.empty();
    }

    /** Prints lines for the customer. */
    default void print(List<String> lines) {}
}
