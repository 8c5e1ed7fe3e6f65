package dev.kioskguard.web.desk.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is told once within a span, however often it happens. What is older is forgotten, which bounds it by what can
 * happen. Thread-safe.
 */
public final class News {

    private final Duration span;
    private final Map<String, Instant> told = new HashMap<>();

    public News(Duration span) {
        this.span = span;
    }

    /** Returns whether something was not told of within the span; it counts as told now. */
    public synchronized boolean isNews(String what, Instant now) {
        told.values().removeIf(before -> !now.isBefore(before.plus(span)));
        return told.putIfAbsent(what, now) == null;
    }
}
