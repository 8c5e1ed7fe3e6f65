package dev.kioskguard.adapter.xfs4iot.service;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Time as something that rings once after a while, so that whoever waits can be given any clock. Thread-safe. */
public interface Alarms {

    /** Rings once after the delay, on a thread of its own choosing, unless it is cancelled first. */
    Alarm in(Duration delay, Runnable ring);

    /** An alarm that was set. Cancelling after it rang, or twice, is harmless. */
    interface Alarm {

        void cancel();
    }

    /** Returns alarms by the wall clock, rung on that executor, which stays its owner's to stop. */
    static Alarms on(ScheduledExecutorService executor) {
        return (delay, ring) -> {
            Future<?> ringing = executor.schedule(ring, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> ringing.cancel(false);
        };
    }
}
