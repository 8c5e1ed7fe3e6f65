package dev.kioskguard.guard.run;

import java.time.Duration;
import java.time.Instant;

/** The guard's time: its clock's, but never before the latest that was read. For the guard's own thread. */
final class SteadyTime {

    /** A clock that steps back by less is a correction; by more, nothing may be cleared by it. */
    private static final Duration STEP_BACK_MAX = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Time time;
    private Instant latest;
    private boolean behind;

    SteadyTime(Time time, Instant latest) {
        this.time = time;
        this.latest = latest;
    }

    Instant now() {
        Instant read = time.instant();
        if (read.isAfter(latest)) {
            latest = read;
        }
        return latest;
    }

    /** Returns whether the clock has fallen behind, or come right again, since the last look. */
    boolean turned() {
        boolean now = time.instant().plus(STEP_BACK_MAX).isBefore(latest);
        boolean turned = now != behind;
        behind = now;
        return turned;
    }

    boolean isBehind() {
        return behind;
    }

    boolean isOver(Instant deadline) {
        return !deadline.isAfter(now());
    }

    /** Returns how long it is on the wall until just after {@code next}, but never longer than an hour. */
    Duration until(Instant next) {
        Instant now = now();
        boolean far = next.isAfter(now.plus(LONGEST_WAIT.multipliedBy(Time.PACE_MAX)));
        Duration wait =
                far ? LONGEST_WAIT : time.onTheWall(Duration.between(now, next)).plusMillis(1);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
