package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Box;
import dev.kioskguard.adapter.opencv.detect.Face;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for faces that stay where they are. A face that was gone for more than {@link #GONE_MAX}, or stands somewhere
 * else, is a new one: nothing is compared but places. One thread.
 */
final class Tracks {
    static final Duration GONE_MAX = Duration.ofSeconds(1);

    /** How far a face may have moved since the last frame, in its widths. */
    private static final double STEP_MAX = 1.0;

    private @Nullable Box last;
    private Instant lastAt = Instant.MIN;
    private long number;

    /** From here on every face is a new one. */
    void forget() {
        last = null;
    }

    /** The number of {@code face}, or 0 for none. */
    long follow(Optional<Face> face, Instant at) {
        if (face.isEmpty()) {
            return 0;
        }
        Box box = face.get().box();
        boolean stayed = last != null
                && !at.isAfter(lastAt.plus(GONE_MAX))
                && last.centre().distance(box.centre()) <= STEP_MAX * box.width();
        last = box;
        lastAt = at;
        return stayed ? number : ++number;
    }
}
