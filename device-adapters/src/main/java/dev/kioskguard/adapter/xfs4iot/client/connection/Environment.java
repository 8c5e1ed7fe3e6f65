package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageCheck;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every connection of one provider shares. Thread-safe, except for chance, which only the loop uses.
 *
 * <p>The HTTP client is the JDK's: it sets TCP_NODELAY, needs no thread of its own for a connection, and hands over
 * large messages in parts, so that they can be bounded while they arrive.
 */
public record Environment(
        HttpClient http, ScheduledExecutorService loop, MessageCheck check, RandomGenerator random, Timings timings) {

    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);

    /** Makes an environment with a loop of its own, which ends with the process. */
    public static Environment create(SSLContext tls, RandomGenerator random, Timings timings) {
        ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "xfs4iot-client");
            thread.setDaemon(true);
            return thread;
        });
        loop.setRemoveOnCancelPolicy(true);
        // Devices are on this machine or beside it: a proxy of the bank's network is never on the way.
        HttpClient http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timings.connect())
                .sslContext(tls)
                .build();
        return new Environment(http, loop, new MessageCheck(Catalog.load()), random, timings);
    }

    /** Runs a step on the loop. Its failure is a fault of ours and must not end the loop. */
    public void run(Runnable step) {
        try {
            loop.execute(guarded(step));
        } catch (RejectedExecutionException e) {
            LOG.debug("a step came after the loop had ended");
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
                LOG.error("a step of the XFS4IoT client failed", e);
            }
        };
    }
}
