package dev.kioskguard.guard.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the guard knows between two events.
 *
 * @param open the transfer at the machine: under way, or ended and its result still on the screen
 * @param paused transfers waiting to be taken up again, by id, the oldest pause first; at most
 *     {@link Limits#PAUSED_MAX}
 * @param notice what is told beside a transfer: about another business, or a transfer that has not moved yet
 * @param cards what is remembered, by card token, the one touched longest ago first
 * @param requests what the bank was asked and has not acknowledged, by id, oldest first
 * @param lastKey for telling a repeated key
 */
public record GuardState(
        @Nullable Visit visit,
        @Nullable Case open,
        @Nullable Notice notice,
        Map<String, Case> paused,
        Means means,
        Watching watching,
        Map<String, CardMemory> cards,
        Map<String, BankRequest> requests,
        Keying lastKey) {

    public static final GuardState EMPTY =
            new GuardState(null, null, null, Map.of(), Means.NONE, Watching.NOTHING, Map.of(), Map.of(), Keying.NONE);

    /** Returns whether nobody is at the machine and nothing waits to go on. */
    public boolean isAtRest() {
        return visit == null && open == null && paused.isEmpty() && requests.isEmpty();
    }

    public GuardState with(@Nullable Visit now) {
        return new GuardState(now, open, notice, paused, means, watching, cards, requests, lastKey);
    }

    public GuardState with(@Nullable Case now) {
        return new GuardState(visit, now, notice, paused, means, watching, cards, requests, lastKey);
    }

    public GuardState with(Means now) {
        return new GuardState(visit, open, notice, paused, now, watching, cards, requests, lastKey);
    }

    public GuardState with(Watching now) {
        return new GuardState(visit, open, notice, paused, means, now, cards, requests, lastKey);
    }

    public GuardState with(Keying now) {
        return new GuardState(visit, open, notice, paused, means, watching, cards, requests, now);
    }

    public GuardState withPaused(Case kept) {
        return new GuardState(
                visit, open, notice, plus(paused, kept.transferId(), kept), means, watching, cards, requests, lastKey);
    }

    public GuardState withoutPaused(String transferId) {
        return new GuardState(
                visit, open, notice, minus(paused, transferId), means, watching, cards, requests, lastKey);
    }

    public GuardState with(@Nullable Notice now) {
        return new GuardState(visit, open, now, paused, means, watching, cards, requests, lastKey);
    }

    /**
     * Returns what is remembered of the card of this visit, by whichever token it was last known under, with the stop
     * of a neighbour where that counts for longer.
     */
    public CardMemory memory(Visit of, Instant now) {
        CardMemory memory = ownMemory(of, now);
        for (String name : of.neighbourly()) {
            CardMemory told = cards.get(name);
            if (told != null && told.stoppedUntil() != null && told.stoppedBy() != null) {
                memory = memory.stoppedBy(told.stoppedBy(), told.stoppedUntil(), now);
            }
        }
        return memory;
    }

    private CardMemory ownMemory(Visit of, Instant now) {
        CardMemory known = cards.get(of.cardToken());
        CardMemory former = of.formerToken() == null ? null : cards.get(of.formerToken());
        return known != null ? known : former != null ? former : CardMemory.nothing(now);
    }

    /** Returns this with all that is remembered of cards, instead of what was. */
    public GuardState remembering(Map<String, CardMemory> all) {
        return new GuardState(visit, open, notice, paused, means, watching, all, requests, lastKey);
    }

    /** Returns this with something remembered of a card; beyond the limit the one touched longest ago is forgotten. */
    public GuardState remembering(String cardToken, CardMemory memory) {
        Map<String, CardMemory> kept = minus(cards, cardToken);
        kept.put(cardToken, memory);
        if (kept.size() > Limits.CARDS_REMEMBERED_MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
        return new GuardState(visit, open, notice, paused, means, watching, kept, requests, lastKey);
    }

    public GuardState asking(BankRequest request) {
        var all = plus(requests, request.id(), request);
        if (all.size() > Limits.BANK_REQUESTS_MAX) {
            all.remove(all.keySet().iterator().next());
        }
        return new GuardState(visit, open, notice, paused, means, watching, cards, all, lastKey);
    }

    public GuardState answered(String requestId) {
        return new GuardState(visit, open, notice, paused, means, watching, cards, minus(requests, requestId), lastKey);
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var all = new LinkedHashMap<>(map);
        all.put(key, value);
        return all;
    }

    private static <V> Map<String, V> minus(Map<String, V> map, String key) {
        var all = new LinkedHashMap<>(map);
        all.remove(key);
        return all;
    }
}
