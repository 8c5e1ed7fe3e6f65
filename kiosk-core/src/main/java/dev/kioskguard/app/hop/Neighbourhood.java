package dev.kioskguard.app.hop;

import dev.kioskguard.app.terminal.CardTokens;
import dev.kioskguard.app.terminal.CardTokens.Tokens;
import dev.kioskguard.guard.state.CardNames;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what names the machines of the branch know the cards that come here. What a neighbour calls a card is salted again
 * before it is kept, so that journal and branch secret together lead to no card once this machine's salt is destroyed.
 * Thread-safe.
 */
final class Neighbourhood implements CardNames {

    /** Before what stands for a card that a neighbour has told of, so that it is no token of this machine's own. */
    static final String PREFIX = "hop.";

    /** Cards of which it is known for now what neighbours call them; a visit and its pause are over long before. */
    static final int CARDS_MAX = 256;

    /** A stop counts a day, in a visit that may have begun the day before. */
    private static final int DAYS = 3;

    private final BranchSecret secret;
    private final CardTokens tokens;
    private final InstantSource time;
    private final Map<String, Hop.Card> cards = new LinkedHashMap<>();

    Neighbourhood(BranchSecret secret, CardTokens tokens, InstantSource time) {
        this.secret = secret;
        this.tokens = tokens;
        this.time = time;
    }

    @Override
    public List<String> of(String cardToken, String card) {
        LocalDate today = Hop.Card.dayOf(time.instant());
        keep(cardToken, new Hop.Card(today, secret.token(today, card)));
        var names = new LinkedHashSet<String>();
        for (int back = 0; back < DAYS; back++) {
            Tokens kept = tokens.of(secret.token(today.minusDays(back), card));
            names.add(PREFIX + kept.current());
            if (kept.former() != null) {
                names.add(PREFIX + kept.former());
            }
        }
        return List.copyOf(names);
    }

    private synchronized void keep(String cardToken, Hop.Card card) {
        cards.remove(cardToken);
        cards.put(cardToken, card);
        if (cards.size() > CARDS_MAX) {
            cards.remove(cards.keySet().iterator().next());
        }
    }

    /** Returns what neighbours call a card of late; empty for one that has not been here since the start. */
    synchronized Optional<Hop.Card> card(String cardToken) {
        return Optional.ofNullable(cards.get(cardToken));
    }

    /** Returns the names under which a card may be kept that a neighbour calls so; the first is that of now. */
    List<String> kept(String token) {
        Tokens kept = tokens.of(token);
        return kept.former() == null
                ? List.of(PREFIX + kept.current())
                : List.of(PREFIX + kept.current(), PREFIX + kept.former());
    }

    BranchSecret secret() {
        return secret;
    }

    Instant now() {
        return time.instant();
    }
}
