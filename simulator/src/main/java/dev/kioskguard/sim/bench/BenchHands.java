package dev.kioskguard.sim.bench;

import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads on which calls wait for their effect, so that none of the listener's does. Threadsafe. */
final class BenchHands implements AutoCloseable {

    /** Calls that wait at once; more stand in the queue. */
    static final int HANDS_MAX = 8;

    static final int QUEUE_LENGTH_MAX = 32;

    private final ThreadPoolExecutor threads;

    BenchHands() {
        threads = new ThreadPoolExecutor(
                HANDS_MAX, HANDS_MAX, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE_LENGTH_MAX), task -> {
                    Thread thread = new Thread(task, "bench-hand");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Answers a call by work that may wait; what the work throws becomes the answer. */
    void answer(Context ctx, Work work) {
        ctx.future(() -> {
            try {
                return CompletableFuture.runAsync(() -> run(work), threads);
            } catch (RejectedExecutionException e) {
                throw Problem.tooMany("too many calls wait for the terminal; wait for some of them")
                        .asException();
            }
        });
    }

    /** Waits for a stage of the terminal and says whether it came in time. */
    static boolean came(CompletionStage<?> stage, Duration wait) throws InterruptedException {
        try {
            stage.toCompletableFuture().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the terminal failed", e.getCause());
        }
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (ProblemException refusal) {
            throw new CompletionException(refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(Problem.unavailable("closing", "the bench is closing; start it again")
                    .asException());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Work that may wait. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }
}
