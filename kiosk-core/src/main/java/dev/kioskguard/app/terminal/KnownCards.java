package dev.kioskguard.app.terminal;

import dev.kioskguard.device.CardData;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.guard.state.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a card is known by, at this machine and among its neighbours. Thread-safe. */
public record KnownCards(CardTokens tokens, CardNames names) {

    Known of(CardData card) {
        CardTokens.Tokens by = tokens.of(card);
        return new Known(card, by, names.of(by.current(), card.number()));
    }

    /** A card with everything that it is known by. */
    record Known(CardData card, CardTokens.Tokens by, List<String> neighbourly) {

        Visit visit(String id, Instant at) {
            Visit.Mode mode = Visit.Mode.GUARD;
            return new Visit(
                    id, by.current(), by.former(), card.masked(), "zh-CN", mode, Set.of(), at, false, neighbourly);
        }
    }
}
