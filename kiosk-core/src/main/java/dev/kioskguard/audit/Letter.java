package dev.kioskguard.audit;

import org.jspecify.annotations.Nullable;

/**
 * What is to reach somebody, kept beside the chain from the line that causes it until it is withdrawn.
 *
 * @param id 1 to {@link #ID_LENGTH_MAX} characters; a letter takes the place of the one with its id before it
 * @param text as {@link Entry#open}, nothing personal; null withdraws what stands under the id
 */
public record Letter(String id, @Nullable String text) {

    public static final int ID_LENGTH_MAX = 100;

    public Letter {
        if (id.isBlank() || id.length() > ID_LENGTH_MAX) {
            throw new IllegalArgumentException("a letter's id must be 1 to " + ID_LENGTH_MAX + " characters");
        }
        if (text != null && text.length() > Line.LENGTH_MAX) {
            throw new IllegalArgumentException("a letter has at most " + Line.LENGTH_MAX + " characters");
        }
    }
}
