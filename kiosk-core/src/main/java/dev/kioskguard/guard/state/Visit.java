package dev.kioskguard.guard.state;

import dev.kioskguard.vision.Signal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer's time at the machine, from card to card.
 *
 * @param cardToken a salted token, never a number
 * @param formerToken the same card's token by the salt before this one, while that still counts
 * @param maskedCard as a receipt may print it
 * @param language a tag, such as zh-CN
 * @param mode who has screen and keypad
 * @param seen every signal that held at any time in this visit
 * @param elder whether the application has told that the issuer calls this customer elder
 * @param neighbourly names under which neighbours may have told of this card, as {@link CardNames} gives them
 */
public record Visit(
        String sessionId,
        String cardToken,
        @Nullable String formerToken,
        String maskedCard,
        String language,
        Mode mode,
        Set<Signal> seen,
        Instant began,
        boolean elder,
        List<String> neighbourly) {

    public Visit {
        seen = Set.copyOf(seen);
        // A journal of before tells of no neighbours.
        neighbourly = neighbourly == null ? List.of() : List.copyOf(neighbourly);
    }

    /** A visit of a card that has no other token. */
    public Visit(
            String sessionId,
            String cardToken,
            String maskedCard,
            String language,
            Mode mode,
            Set<Signal> seen,
            Instant began) {
        this(sessionId, cardToken, null, maskedCard, language, mode, seen, began, false, List.of());
    }

    public Visit in(Mode now) {
        return new Visit(sessionId, cardToken, formerToken, maskedCard, language, now, seen, began, elder, neighbourly);
    }

    /** Returns this as the visit of a customer whom the issuer calls elder, or of another. */
    public Visit ofElder(boolean now) {
        return new Visit(sessionId, cardToken, formerToken, maskedCard, language, mode, seen, began, now, neighbourly);
    }

    /** Returns this as the visit of a card that neighbours may have told of under these names. */
    public Visit knownAs(List<String> names) {
        return new Visit(sessionId, cardToken, formerToken, maskedCard, language, mode, seen, began, elder, names);
    }

    public Visit saw(Set<Signal> signals) {
        if (seen.containsAll(signals)) {
            return this;
        }
        var all = EnumSet.copyOf(signals);
        all.addAll(seen);
        return new Visit(sessionId, cardToken, formerToken, maskedCard, language, mode, all, began, elder, neighbourly);
    }

    @Override
    public String toString() {
        return "Visit[" + sessionId + ", " + mode + "]";
    }

    /** Who has screen and keypad, where a bank application owns them. */
    public enum Mode {
        OWN,
        GUARD,
        PIN
    }
}
