package dev.kioskguard.guard.show;

import dev.kioskguard.guard.screen.Screen.Choice;
import java.util.Map;

/** Answers whose usual words do not answer what one screen asks. Where a pack has no others, the usual ones serve. */
final class AptWords {

    /** By the text of the screen, then by the choice. */
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "ask.contact-now", Map.of("other", "other.in-touch"),
            "reminder.true", Map.of(Offers.UNDERSTOOD, "understood.checked"));

    private AptWords() {}

    static Choice worded(String textId, Choice choice) {
        String words = WORDS.getOrDefault(textId, Map.of()).get(choice.id());
        return words == null ? choice : new Choice(choice.id(), choice.key(), words, choice.literal());
    }
}
