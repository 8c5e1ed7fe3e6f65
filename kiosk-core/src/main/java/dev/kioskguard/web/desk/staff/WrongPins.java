package dev.kioskguard.web.desk.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong PINs of the last minute, by who was to be signed in from where. A try counts as wrong until it was right, so
 * that many at once are no way round. Thread-safe; what is older than a minute is forgotten, which bounds it by the
 * names and their phones.
 */
final class WrongPins {

    static final int WRONG_MAX = 5;
    static final Duration SPAN = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> byName = new HashMap<>();

    /** Counts a try, or returns how long it has to wait. */
    synchronized Optional<Duration> tried(String name, Instant now) {
        byName.values().removeIf(tries -> isOld(tries.getLast(), now));
        Deque<Instant> tries = byName.computeIfAbsent(name, fresh -> new ArrayDeque<>());
        while (!tries.isEmpty() && isOld(tries.getFirst(), now)) {
            tries.removeFirst();
        }
        if (tries.size() >= WRONG_MAX) {
            return Optional.of(Duration.between(now, tries.getFirst().plus(SPAN)));
        }
        tries.addLast(now);
        return Optional.empty();
    }

    private static boolean isOld(Instant then, Instant now) {
        return !now.isBefore(then.plus(SPAN));
    }

    /** Forgets the tries of someone who knew the PIN. */
    synchronized void right(String name) {
        byName.remove(name);
    }
}
