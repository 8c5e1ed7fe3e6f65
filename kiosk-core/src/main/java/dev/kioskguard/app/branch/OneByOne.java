package dev.kioskguard.app.branch;

import dev.kioskguard.audit.Turns;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Turns of whoever asks, on their own thread, by a wall's clock that is never before an earlier turn. */
final class OneByOne implements Turns {

    private final InstantSource wall;
    private Instant latest;

    /** Makes turns that begin no earlier than {@code latest}, the time of the journal's last line. */
    OneByOne(InstantSource wall, Instant latest) {
        this.wall = wall;
        this.latest = latest;
    }

    @Override
    public synchronized CompletionStage<?> between(Consumer<Instant> task) {
        Instant now = wall.instant();
        latest = now.isBefore(latest) ? latest : now;
        try {
            task.accept(latest);
            return CompletableFuture.completedFuture(latest);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public InstantSource time() {
        return wall;
    }
}
