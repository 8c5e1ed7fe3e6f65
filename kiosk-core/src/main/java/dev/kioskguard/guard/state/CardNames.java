package dev.kioskguard.guard.state;

import java.util.List;

/** By which names the machines of a branch tell one another of a card. Thread-safe. */
@FunctionalInterface
public interface CardNames {

    /** Of a branch in which no machine tells another. */
    CardNames NONE = (cardToken, card) -> List.of();

    /**
     * Returns the names that a neighbour may have told of the card by, as this machine keeps them.
     *
     * @param cardToken by which this machine remembers the card
     * @param card what all machines of the branch know the card by; never kept, and in no name
     */
    List<String> of(String cardToken, String card);
}
