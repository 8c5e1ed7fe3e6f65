package dev.kioskguard.sim.story.part;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that is moved by hand, and what is due at which instant of it; what is due together goes in order of asking. */
public final class VirtualTime implements InstantSource {

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));

    private final Instant start;
    private Instant now;
    private long count;

    public VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public Duration elapsed() {
        return Duration.between(start, now);
    }

    /** Has something done later; returns a way to call it off. */
    public Runnable in(Duration span, Runnable task) {
        return at(now.plus(span), task);
    }

    public Runnable at(Instant when, Runnable task) {
        var entry = new Due(when.isBefore(now) ? now : when, count++, task);
        due.add(entry);
        return () -> due.remove(entry);
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(due.peek()).map(Due::at);
    }

    public void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    public void runNext() {
        Due entry = due.poll();
        if (entry != null) {
            entry.task().run();
        }
    }

    private record Due(Instant at, long number, Runnable task) {}
}
