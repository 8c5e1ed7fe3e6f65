package dev.kioskguard.sim.story.persona;

import org.jspecify.annotations.Nullable;

/** What a customer does on a screen: presses a choice, or types. Exactly one of the two is there. */
public record Answer(@Nullable String choice, @Nullable String text) {

    public static Answer press(String choice) {
        return new Answer(choice, null);
    }

    public static Answer type(String text) {
        return new Answer(null, text);
    }
}
