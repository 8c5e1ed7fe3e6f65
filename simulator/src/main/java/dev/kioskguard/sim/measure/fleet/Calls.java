package dev.kioskguard.sim.measure.fleet;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages that were raised, by when the desk has heard of them and when somebody's word was back. Thread-safe. */
final class Calls {

    private static final double NANOS_A_MILLI = 1e6;

    private final Map<String, Long> raised = new ConcurrentHashMap<>();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    /** To be called before the page is. */
    void raised(String page) {
        raised.put(page, System.nanoTime());
    }

    void heard(String page) {
        once(heard, page);
    }

    void answered(String page) {
        once(answered, page);
    }

    private void once(Map<String, Long> all, String page) {
        if (all.putIfAbsent(page, System.nanoTime()) != null) {
            again.incrementAndGet();
        }
    }

    boolean isAnswered(String page) {
        return answered.containsKey(page);
    }

    boolean areAnswered(int count) {
        return answered.size() >= count;
    }

    /** Returns how often a page, or the word about it, came more than once. */
    int again() {
        return again.get();
    }

    /** The broker did what it must not do, or refused what it must do. */
    void refused(String kind) {
        refusals.add(kind);
    }

    /** Returns the kinds of what was refused. */
    Set<String> refusals() {
        return Set.copyOf(refusals);
    }

    /** Returns milliseconds, one for each page that the desk has heard of. */
    double[] untilHeard() {
        return since(heard);
    }

    /** Returns milliseconds, one for each page that was answered. */
    double[] untilAnswered() {
        return since(answered);
    }

    private double[] since(Map<String, Long> ends) {
        return raised.entrySet().stream()
                .filter(one -> ends.containsKey(one.getKey()))
                .mapToDouble(one -> (ends.getOrDefault(one.getKey(), 0L) - one.getValue()) / NANOS_A_MILLI)
                .toArray();
    }
}
