package dev.kioskguard.guard.run;

import dev.kioskguard.guard.event.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What waits for the guard's thread: bounded, first come, first served. Thread-safe. */
final class Inbox {

    private final BlockingQueue<Posted> waiting;
    private volatile boolean closed;

    Inbox(int turnsMax) {
        this.waiting = new ArrayBlockingQueue<>(turnsMax);
    }

    /** Queues a turn; its reply fails with {@link InboxFullException} at once where too many wait. */
    CompletionStage<Reply> post(Function<Instant, Reply> turn) {
        var posted = new Posted(turn);
        boolean queued = !closed && waiting.offer(posted);
        // Closed in between, it may lie behind what was sent away.
        if (!queued || (closed && waiting.remove(posted))) {
            posted.reply().completeExceptionally(new InboxFullException());
        }
        return posted.reply();
    }

    /** Returns the next turn, or null when none has come for so long. */
    @Nullable
    Posted poll(Duration wait) throws InterruptedException {
        return waiting.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes nothing more, and sends away whatever waits. */
    void close() {
        closed = true;
        for (Posted left = waiting.poll(); left != null; left = waiting.poll()) {
            left.reply().completeExceptionally(new InboxFullException());
        }
    }

    /** One turn and who waits for its reply. */
    record Posted(Function<Instant, Reply> turn, CompletableFuture<Reply> reply) {

        Posted(Function<Instant, Reply> turn) {
            this(turn, new CompletableFuture<>());
        }
    }
}
