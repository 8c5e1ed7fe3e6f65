package dev.kioskguard.guard.run;

import dev.kioskguard.guard.event.GuardEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What has happened and the guard has not written yet, in order, each fact once. Thread-safe and bounded. */
final class OwedFacts {

    /** Facts that may be owed at a time; a machine has fewer that can happen to it. */
    static final int FACTS_MAX = 64;

    private final Map<String, Fact> byName = new LinkedHashMap<>();
    private long told;

    /** Notes a fact. One that is owed already goes behind whatever was told since: its last time is what counts. */
    synchronized void add(String name, Function<Instant, GuardEvent> event) {
        byName.remove(name);
        if (byName.size() == FACTS_MAX) {
            throw new IllegalStateException("no more than " + FACTS_MAX + " facts can be owed; give few names to them");
        }
        told++;
        byName.put(name, new Fact(name, told, event));
    }

    /**
     * Hands over what is owed, oldest first; what {@code taker} throws leaves that fact and the ones after it owed.
     * What has happened comes first, so that nothing is decided by a state that the world has left behind.
     */
    void settle(Consumer<Function<Instant, GuardEvent>> taker) {
        for (Optional<Fact> next = first(); next.isPresent(); next = first()) {
            taker.accept(next.get().event());
            strikeOut(next.get());
        }
    }

    private synchronized Optional<Fact> first() {
        return byName.values().stream().findFirst();
    }

    /** A fact that was told again in the meantime is still owed. */
    private synchronized void strikeOut(Fact fact) {
        byName.remove(fact.name(), fact);
    }

    /** One fact, told as the so-manieth of all. */
    record Fact(String name, long number, Function<Instant, GuardEvent> event) {}
}
