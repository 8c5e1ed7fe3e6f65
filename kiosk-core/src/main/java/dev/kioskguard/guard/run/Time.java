package dev.kioskguard.guard.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock that guard, voices and bank go by. In production it is the wall's; it may run faster, for trying things
 * out.
 *
 * @param source the wall clock
 * @param pace how many of its seconds go by in one of the wall's
 */
public record Time(InstantSource source, Instant wallStart, Instant start, int pace) implements InstantSource {

    /** The fastest pace; beyond it a screen would be gone before a page can be drawn. */
    public static final int PACE_MAX = 1000;

    public Time {
        if (pace < 1 || pace > PACE_MAX) {
            throw new IllegalArgumentException("the pace must lie between 1 and " + PACE_MAX);
        }
    }

    public static Time wall(InstantSource source) {
        Instant now = source.instant();
        return new Time(source, now, now, 1);
    }

    /** Returns a clock that starts at {@code start} and runs {@code pace} times as fast as the wall's. */
    public static Time paced(InstantSource source, Instant start, int pace) {
        return new Time(source, source.instant(), start, pace);
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(wallStart, source.instant()).multipliedBy(pace));
    }

    /** Returns how long this clock's {@code span} takes on the wall; never negative. */
    public Duration onTheWall(Duration span) {
        return span.isNegative() ? Duration.ZERO : span.dividedBy(pace);
    }
}
