package dev.kioskguard.content;

import dev.kioskguard.risk.Condition;
import java.util.List;

/**
 * A question to the customer and the ids of its answers; its words are the screen {@code ask.<id>}.
 *
 * @param when it is asked only where this holds
 */
public record Question(String id, List<String> choices, Condition when) {
    public Question {
        choices = List.copyOf(choices);
    }

    /** A question that everybody is asked. */
    public static Question ofAll(String id, List<String> choices) {
        return new Question(id, choices, Condition.ALWAYS);
    }
}
