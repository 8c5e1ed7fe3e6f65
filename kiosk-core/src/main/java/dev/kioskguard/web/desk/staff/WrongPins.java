package dev.kioskguard.web.desk.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong PINs of the last minute, by who was to be signed in. A try counts as wrong until it was right, so that many at
 * once are no way round. Thread-safe; bounded by the number of names it is asked about, which the roll bounds.
 */
final class WrongPins {

    static final int WRONG_MAX = 5;
    static final Duration SPAN = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> byName = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    /** Counts a try, or returns how long it has to wait. */
    synchronized Optional<Duration> tried(String name, Instant now) {
        Deque<Instant> tries = byName.computeIfAbsent(name, fresh -> new ArrayDeque<>());
        while (!tries.isEmpty() && !now.isBefore(tries.getFirst().plus(SPAN))) {
            tries.removeFirst();
        }
        if (tries.size() >= WRONG_MAX) {
            return Optional.of(Duration.between(now, tries.getFirst().plus(SPAN)));
        }
        tries.addLast(now);
        return Optional.empty();
    }

    /** Returns whether a refusal of this name has not been told of within the span; it counts as told from now on. */
    synchronized boolean isNews(String name, Instant now) {
        Instant before = told.get(name);
        if (before != null && now.isBefore(before.plus(SPAN))) {
            return false;
        }
        told.put(name, now);
        return true;
    }

    /** Forgets the tries of someone who knew the PIN. */
    synchronized void right(String name) {
        byName.remove(name);
    }
}
