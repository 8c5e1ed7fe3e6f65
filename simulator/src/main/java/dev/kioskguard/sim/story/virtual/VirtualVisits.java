package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.terminal.Card;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The visits at one terminal, each from card to card. */
final class VirtualVisits {

    private static final int MASKED_FROM = 15;

    private final VirtualGuard guard;
    private final Premises premises;
    private final Map<String, Card> cards = new HashMap<>();
    private final Set<Card> locked = new HashSet<>();
    private @Nullable String session;
    private @Nullable Card card;
    private int count;

    /** Where the terminal stands, who owns it, and what is spoken there. */
    record Premises(String terminal, boolean hosted, String language) {}

    VirtualVisits(VirtualGuard guard, Premises premises) {
        this.guard = guard;
        this.premises = premises;
    }

    String terminal() {
        return premises.terminal();
    }

    /** Locks the card of a visit until its holder has been at the counter. */
    boolean lock(String sessionId) {
        Card known = cards.get(sessionId);
        return known != null && locked.add(known);
    }

    /** Returns whether the card that is inside is refused at its PIN. */
    boolean isLocked() {
        return card != null && locked.contains(card);
    }

    boolean isElder() {
        return card != null && card.elder();
    }

    /** Returns the visit that is open. */
    String open() {
        if (session == null) {
            throw new StoryFailedException("there is no visit; insert a card first");
        }
        return session;
    }

    /** Opens a visit for a card that has come in, or ends it when the card, told as null, has gone. */
    void visitor(@Nullable String name) {
        if (name == null) {
            left();
        } else {
            came(Card.of(name).orElseThrow());
        }
    }

    private void left() {
        String ended = session;
        session = null;
        card = null;
        if (ended != null) {
            guard.take(at -> new GuardEvent.VisitEnded(at, ended));
        }
    }

    private void came(Card inserted) {
        String id = "s-" + ++count;
        session = id;
        card = inserted;
        cards.put(id, inserted);
        String masked = "**** " + inserted.number().substring(MASKED_FROM);
        Visit.Mode mode = premises.hosted() ? Visit.Mode.GUARD : Visit.Mode.OWN;
        guard.take(at -> new GuardEvent.VisitBegan(
                at,
                new Visit(id, "token-" + inserted.name(), masked, premises.language(), mode, Set.of(), at)
                        .knownAs(List.of(amongNeighbours(inserted.name())))));
    }

    /** Returns by which name a card is kept of which another machine of the branch tells. */
    static String amongNeighbours(String card) {
        return "hop." + card;
    }

    /** A guard that starts again has ended every visit; a card that is still inside belongs to none. */
    void guardRestarted() {
        session = null;
    }

    /** Gives the guard screen and keypad, where the application owns them. */
    boolean lend(String to) {
        guard.take(at -> new GuardEvent.ModeChanged(at, to, Visit.Mode.GUARD));
        return true;
    }
}
