package dev.kioskguard.app.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One named thread for things done now and then; what fails once is tried again the next time. */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final ScheduledExecutorService thread;

    public Worker(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    public ScheduledExecutorService thread() {
        return thread;
    }

    public void every(Duration span, Runnable task) {
        var unused = thread.scheduleWithFixedDelay(
                () -> tried(task), span.toMillis(), span.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void tried(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("a regular look failed and will be tried again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
