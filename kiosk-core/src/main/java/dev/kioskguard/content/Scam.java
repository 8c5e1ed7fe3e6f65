package dev.kioskguard.content;

import dev.kioskguard.risk.Condition;
import java.util.List;

/**
 * One kind of fraud: what speaks for it, and what follows when a customer says that it is happening to them. Its words
 * are the screens {@code warning.<id>} and {@code ask.scam.<id>}.
 *
 * @param clues what speaks for it; the kind whose clues weigh most is the one that is warned of
 */
public record Scam(String id, Response response, List<Clue> clues) {
    public Scam {
        clues = List.copyOf(clues);
    }

    /** What follows when a customer says that this is happening to them. */
    public enum Response {
        /** The transfer ends: nobody honest ever wants it. */
        STOP,
        /** A person comes. */
        HOLD,
        /** More care is taken. */
        WARN
    }

    /**
     * Something that speaks for a kind of fraud.
     *
     * @param weight 1 to 20; so many that decide alone, {@code 10}
     */
    public record Clue(Condition when, int weight) {}
}
