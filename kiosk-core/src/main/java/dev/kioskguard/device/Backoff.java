package dev.kioskguard.device;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt to connect: doubled each time up to a limit, less a random part of up to
 * half, so that the devices of a branch do not all come back at the same instant.
 */
public record Backoff(Duration first, Duration max) {

    private static final int DOUBLINGS_MAX = 20;

    public Backoff {
        if (first.isNegative() || first.isZero() || max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a backoff goes from something to no less: %s to %s".formatted(first, max));
        }
    }

    /** Returns the wait before an attempt, where 0 is the first one after a failure. */
    public Duration before(int attempt, RandomGenerator random) {
        long whole = longest(attempt).toMillis();
        return Duration.ofMillis(whole - (long) (random.nextDouble() * whole / 2));
    }

    /** Returns the longest that {@link #before} may say of an attempt. */
    public Duration longest(int attempt) {
        long doubled = first.toMillis() << Math.min(Math.max(attempt, 0), DOUBLINGS_MAX);
        return Duration.ofMillis(Math.min(doubled, max.toMillis()));
    }
}
