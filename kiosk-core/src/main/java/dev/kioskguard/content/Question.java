package dev.kioskguard.content;

import java.util.List;

/** A question to the customer and the ids of its answers; its words are the screen {@code ask.<id>}. */
public record Question(String id, List<String> choices) {

    public Question {
        choices = List.copyOf(choices);
    }
}
