package dev.kioskguard.adapter.xfs4iot.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Alarms by a clock that only {@link #advance} moves. */
public final class HandAlarms implements Alarms {

    private final List<Set> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Set(Duration at, Runnable ring) {}

    @Override
    public synchronized Alarm in(Duration delay, Runnable ring) {
        Set alarm = new Set(now.plus(delay), ring);
        waiting.add(alarm);
        return () -> remove(alarm);
    }

    private synchronized void remove(Set alarm) {
        waiting.remove(alarm);
    }

    /** How many alarms are set. */
    public synchronized int size() {
        return waiting.size();
    }

    /** Moves the clock, and rings whatever falls due, in order, on the caller's thread. */
    public void advance(Duration by) {
        Duration until;
        synchronized (this) {
            until = now.plus(by);
        }
        for (Optional<Set> due = takeDue(until); due.isPresent(); due = takeDue(until)) {
            due.get().ring.run();
        }
        synchronized (this) {
            now = until;
        }
    }

    private synchronized Optional<Set> takeDue(Duration until) {
        Optional<Set> due =
                waiting.stream().filter(alarm -> alarm.at.compareTo(until) <= 0).min(Comparator.comparing(Set::at));
        due.ifPresent(alarm -> {
            waiting.remove(alarm);
            now = alarm.at;
        });
        return due;
    }
}
