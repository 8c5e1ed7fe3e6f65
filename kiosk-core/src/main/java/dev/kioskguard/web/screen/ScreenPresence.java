package dev.kioskguard.web.screen;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/**
 * Whether a customer's screen is there: a page that listens, or that has asked a moment ago. A page that is gone for
 * longer than the grace is lost, and with it the transfer. Thread-safe; goes by the wall's clock.
 */
public final class ScreenPresence {

    private final GuardRunner guard;
    private final InstantSource wall;
    private final Duration grace;
    private final IntSupplier listening;
    private Instant seen = Instant.EPOCH;
    private boolean attached;

    public ScreenPresence(GuardRunner guard, InstantSource wall, Duration grace, IntSupplier listening) {
        this.guard = guard;
        this.wall = wall;
        this.grace = grace;
        this.listening = listening;
    }

    /** Notes that a page is there now. */
    public synchronized void seen() {
        seen = wall.instant();
        tell(true);
    }

    /** Looks whether the last page is gone; to be called about once a second. */
    public synchronized void check() {
        if (listening.getAsInt() > 0) {
            seen = wall.instant();
        }
        tell(Duration.between(seen, wall.instant()).compareTo(grace) < 0);
    }

    private void tell(boolean now) {
        if (now != attached) {
            attached = now;
            guard.report("screen " + (now ? "there" : "lost"), at -> new GuardEvent.ScreenChanged(at, now));
        }
    }
}
