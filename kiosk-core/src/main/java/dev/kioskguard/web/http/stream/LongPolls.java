package dev.kioskguard.web.http.stream;

import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Requests that wait for a change ({@code ?wait=PT25S}), a bounded number of them and none on a thread. Threadsafe. */
public final class LongPolls implements AutoCloseable {

    public static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private static final int THREADS = 2;

    private final int waitingMax;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clerks;
    private final AtomicBoolean rung = new AtomicBoolean();

    public LongPolls(String name, int waitingMax) {
        this.waitingMax = waitingMax;
        clerks = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, name + "-wait");
            thread.setDaemon(true);
            return thread;
        });
        clerks.setRemoveOnCancelPolicy(true);
    }

    /**
     * Answers once something holds, or when the caller's patience is over; at once without {@code wait}.
     *
     * @param changed looked at now and after every {@link #ring}; short, safe on any thread
     * @param answer writes the answer, whether or not the change has come
     * @throws dev.kioskguard.web.http.ProblemException 422 for a wait that is none, 503 when too many wait
     */
    public void answer(Context ctx, BooleanSupplier changed, Runnable answer) {
        Duration patience = patience(ctx);
        if (patience.isZero() || changed.getAsBoolean()) {
            answer.run();
            return;
        }
        if (waits.size() >= waitingMax) {
            throw Problem.unavailable(
                            "too-many-waits",
                            "at most %d requests may wait; ask again without wait".formatted(waitingMax))
                    .asException();
        }
        ctx.future(() -> {
            Wait wait = new Wait(changed, new CompletableFuture<>());
            waits.add(wait);
            Future<?> deadline = endAfter(patience, wait);
            // The change may have come between the first look and now.
            wait.look();
            return wait.over.thenRun(() -> {
                waits.remove(wait);
                deadline.cancel(false);
                answer.run();
            });
        });
    }

    /** Tells that something has changed; never blocks and runs nothing of the waiting ones on the caller's thread. */
    public void ring() {
        if (!clerks.isShutdown() && rung.compareAndSet(false, true)) {
            clerks.execute(() -> {
                rung.set(false);
                waits.forEach(Wait::look);
            });
        }
    }

    /** Returns how many requests wait. */
    public int size() {
        return waits.size();
    }

    /** Answers whoever waits with how things stand, and ends. */
    @Override
    public void close() {
        clerks.shutdownNow();
        waits.forEach(Wait::end);
    }

    private Future<?> endAfter(Duration patience, Wait wait) {
        try {
            return clerks.schedule(wait::end, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            wait.end();
            return wait.over;
        }
    }

    private static Duration patience(Context ctx) {
        String text = ctx.queryParam("wait");
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration patience = Duration.parse(text);
            if (!patience.isNegative() && patience.compareTo(WAIT_MAX) <= 0) {
                return patience;
            }
        } catch (DateTimeParseException notIso) {
            // Told below, in the same words as a wait that is too long.
        }
        throw Problem.unprocessable("wait must be an ISO 8601 duration from PT0S to " + WAIT_MAX + ", such as PT25S")
                .asException();
    }

    private record Wait(BooleanSupplier changed, CompletableFuture<Void> over) {
        void look() {
            if (changed.getAsBoolean()) {
                end();
            }
        }

        void end() {
            over.complete(null);
        }
    }
}
