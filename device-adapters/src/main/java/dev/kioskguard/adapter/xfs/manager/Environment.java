package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What everything at one manager shares. Thread-safe, except for chance, which only the loop uses.
 *
 * @param library {@code msxfs}, or the path of a manager's library
 */
public record Environment(ScheduledExecutorService loop, RandomGenerator random, Timings timings, String library) {

    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);

    /** Makes an environment with a loop of its own, which ends with the process, at the manager of this machine. */
    public static Environment create(RandomGenerator random) {
        return create(random, Timings.STANDARD, NativeLibraries.MANAGER);
    }

    /** Makes an environment with a loop of its own, which ends with the process. */
    public static Environment create(RandomGenerator random, Timings timings, String library) {
        ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "xfs-loop");
            thread.setDaemon(true);
            return thread;
        });
        loop.setRemoveOnCancelPolicy(true);
        return new Environment(loop, random, timings, library);
    }

    /** Runs a step on the loop, if that has not ended. The step's failure is a fault of ours and must not end it. */
    public boolean run(Runnable step) {
        try {
            loop.execute(guarded(step));
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("a step came after the loop had ended");
            return false;
        }
    }

    /** Runs a step on the loop after a while, unless the returned future is cancelled before. */
    public Future<?> later(Duration delay, Runnable step) {
        try {
            return loop.schedule(guarded(step), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("a step was planned after the loop had ended");
            return CompletableFuture.completedFuture(null);
        }
    }

    private static Runnable guarded(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.error("a step of the XFS binding failed", e);
            }
        };
    }
}
