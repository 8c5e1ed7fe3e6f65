package dev.kioskguard.adapter.xfs4iot.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** One direction of a connection: what goes in comes out in its order, as much later as is asked. For one thread. */
final class Lane {

    /** How many frames may be on their way at once. */
    static final int FRAMES_MAX = 1000;

    private final Alarms alarms;
    private final AtomicInteger underWay = new AtomicInteger();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Lane(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Has a frame arrive, at once where nothing holds it up; returns whether there was room for it. */
    boolean pass(Duration late, Runnable arrival) {
        if (late.isZero() && last.isDone()) {
            arrival.run();
            return true;
        }
        if (underWay.incrementAndGet() > FRAMES_MAX) {
            underWay.decrementAndGet();
            return false;
        }
        var due = new CompletableFuture<Void>();
        alarms.in(late, () -> due.complete(null));
        last = CompletableFuture.allOf(last, due)
                .thenRun(arrival)
                .whenComplete((done, failed) -> underWay.decrementAndGet());
        return true;
    }
}
