package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.GuardEvent.NeighbourStopped;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.risk.EarlierStop;
import java.util.LinkedHashMap;
import java.util.Map;

/** What other machines of the branch tell: a stop there counts here as one of this machine's own would. */
final class Neighbours {

    private Neighbours() {}

    static void stopped(Draft draft, NeighbourStopped event) {
        if (!event.until().isAfter(draft.at)) {
            return;
        }
        CardMemory known = draft.state.cards().getOrDefault(event.name(), CardMemory.nothing(draft.at));
        CardMemory told = known.stoppedBy(new EarlierStop(event.machine(), event.stoppedAt()), event.until(), draft.at);
        if (!told.equals(known)) {
            draft.state = room(draft.state, event).remembering(event.name(), told);
        }
    }

    /** However much neighbours tell, no card is forgotten for it that this machine has met itself. */
    private static GuardState room(GuardState state, NeighbourStopped event) {
        Map<String, CardMemory> cards = new LinkedHashMap<>(state.cards());
        cards.remove(event.name());
        var told = cards.entrySet().stream()
                .filter(card -> card.getValue().isHearsay())
                .map(Map.Entry::getKey)
                .toList();
        if (told.size() < Limits.NEIGHBOURS_CARDS_MAX) {
            return state;
        }
        cards.keySet().removeAll(told.subList(0, told.size() - Limits.NEIGHBOURS_CARDS_MAX + 1));
        return state.remembering(cards);
    }
}
