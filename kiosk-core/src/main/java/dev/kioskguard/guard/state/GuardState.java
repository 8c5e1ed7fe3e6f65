package dev.kioskguard.guard.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the guard knows between two events.
 *
 * @param open the transfer at the machine: under way, or ended and its result still on the screen
 * @param paused transfers waiting to be taken up again, by id
 * @param stops until when a stop is remembered, by card token
 * @param requests what the bank was asked and has not acknowledged, by id, oldest first
 * @param lastKey for telling a repeated key
 */
public record GuardState(
        @Nullable Visit visit,
        @Nullable Case open,
        Map<String, Case> paused,
        Means means,
        Watching watching,
        Map<String, Instant> stops,
        Map<String, BankRequest> requests,
        Keying lastKey) {

    public static final GuardState EMPTY =
            new GuardState(null, null, Map.of(), Means.NONE, Watching.NOTHING, Map.of(), Map.of(), Keying.NONE);

    /** Returns whether nobody is at the machine and nothing waits to go on. */
    public boolean isAtRest() {
        return visit == null && open == null && paused.isEmpty() && requests.isEmpty();
    }

    public GuardState with(@Nullable Visit now) {
        return new GuardState(now, open, paused, means, watching, stops, requests, lastKey);
    }

    public GuardState with(@Nullable Case now) {
        return new GuardState(visit, now, paused, means, watching, stops, requests, lastKey);
    }

    public GuardState with(Means now) {
        return new GuardState(visit, open, paused, now, watching, stops, requests, lastKey);
    }

    public GuardState with(Watching now) {
        return new GuardState(visit, open, paused, means, now, stops, requests, lastKey);
    }

    public GuardState with(Keying now) {
        return new GuardState(visit, open, paused, means, watching, stops, requests, now);
    }

    public GuardState withPaused(Case kept) {
        return new GuardState(
                visit, open, plus(paused, kept.transferId(), kept), means, watching, stops, requests, lastKey);
    }

    public GuardState withoutPaused(String transferId) {
        return new GuardState(visit, open, minus(paused, transferId), means, watching, stops, requests, lastKey);
    }

    /** Returns this with a stop remembered; lapsed ones and, beyond the limit, the oldest are forgotten. */
    public GuardState remembering(String cardToken, Instant until, Instant now) {
        var kept = new LinkedHashMap<String, Instant>();
        stops.forEach((token, lapse) -> {
            if (lapse.isAfter(now)) {
                kept.put(token, lapse);
            }
        });
        kept.remove(cardToken);
        kept.put(cardToken, until);
        if (kept.size() > Limits.STOPS_REMEMBERED_MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
        return new GuardState(visit, open, paused, means, watching, kept, requests, lastKey);
    }

    public GuardState asking(BankRequest request) {
        var all = plus(requests, request.id(), request);
        if (all.size() > Limits.BANK_REQUESTS_MAX) {
            all.remove(all.keySet().iterator().next());
        }
        return new GuardState(visit, open, paused, means, watching, stops, all, lastKey);
    }

    public GuardState answered(String requestId) {
        return new GuardState(visit, open, paused, means, watching, stops, minus(requests, requestId), lastKey);
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
