package dev.kioskguard.adapter.mqtt;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which everything about a line happens. What is to be done once it is closed is not done. */
final class LineThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineThread.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "broker");
        made.setDaemon(true);
        return made;
    });

    void soon(Runnable task) {
        after(Duration.ZERO, task);
    }

    void after(Duration wait, Runnable task) {
        try {
            var unused = thread.schedule(() -> tried(task), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("nothing is done any more on a closed line");
        }
    }

    void every(Duration span, Runnable task) {
        var unused = thread.scheduleWithFixedDelay(
                () -> tried(task), span.toMillis(), span.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails once does not end the thread. */
    static void tried(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("something on the line to the broker failed: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
