package dev.kioskguard.adapter.opencv.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that counts once it has lasted, and counts no more once it has been over for a while. */
final class Lasting {

    private final Duration on;
    private final Duration off;
    private boolean counts;
    private @Nullable Instant otherwiseSince;

    Lasting(Duration on, Duration off) {
        this.on = on;
        this.off = off;
    }

    /** Takes in what is so at an instant, never an earlier one than before, and returns whether it counts. */
    boolean at(Instant at, boolean is) {
        if (is == counts) {
            otherwiseSince = null;
            return counts;
        }
        Instant since = otherwiseSince == null ? at : otherwiseSince;
        otherwiseSince = since;
        if (!at.isBefore(since.plus(is ? on : off))) {
            counts = is;
            otherwiseSince = null;
        }
        return counts;
    }

    /** Forgets since when something else has been so; what counts stays. */
    void pause() {
        otherwiseSince = null;
    }
}
