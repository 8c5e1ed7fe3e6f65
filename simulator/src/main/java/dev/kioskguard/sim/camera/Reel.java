package dev.kioskguard.sim.camera;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The newest picture, and who waits for it. Thread-safe; pictures stay in memory, one at a time. */
final class Reel {

    private @Nullable Shot newest;
    private long number;

    /**
     * One picture.
     *
     * @param jpeg not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Shot(long number, byte[] jpeg) {}

    synchronized void put(byte[] jpeg) {
        newest = new Shot(++number, jpeg);
        notifyAll();
    }

    /** Forgets the picture. */
    synchronized void clear() {
        newest = null;
    }

    synchronized @Nullable Shot newest() {
        return newest;
    }

    /** Waits for a picture after that one; null when none came in time. */
    synchronized @Nullable Shot after(long seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (newest == null || newest.number() <= seen) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return newest;
    }
}
