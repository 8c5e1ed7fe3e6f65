package dev.kioskguard.sim.story;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a screen tells whoever stands before it.
 *
 * @param words all that can be read: the title, the lines, the facts and the answers
 * @param clips all that is said aloud, in order
 * @param mode for whom the screen is made
 * @param look whether a warning looks as the one before it did: {@code first, same} or {@code another}; {@code none}
 *     on any other screen
 */
public record Shown(String words, List<String> clips, String mode, String look) {

    private static final String BETWEEN = " | ";

    public Shown {
        clips = List.copyOf(clips);
    }

    /**
     * Reads the body of {@code GET /screen/state}.
     *
     * @param look whether it looks as the warning before it did
     */
    public static Shown of(JsonNode state, String look) {
        List<String> words = new ArrayList<>(List.of(state.path("title").asString("")));
        state.path("body").forEach(line -> words.add(line.asString()));
        state.path("fields").forEach(fact -> words.add(fact.asString()));
        state.path("choices").forEach(choice -> words.add(choice.path("text").asString()));
        List<String> clips = new ArrayList<>();
        state.path("voice").path("list").forEach(clip -> clips.add(clip.asString()));
        return new Shown(String.join(BETWEEN, words), clips, state.path("mode").asString(Facts.NONE), look);
    }
}
