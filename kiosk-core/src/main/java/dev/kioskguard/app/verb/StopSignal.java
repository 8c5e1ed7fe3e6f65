package dev.kioskguard.app.verb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end that the operating system asks for (SIGTERM, ctrl-c). Whoever waits for it gets some time to put things away.
 *
 * <p>Closed when all is put away, so opened first; the process ends then, or after {@link #TIDYING_MAX}. It never waits
 * for the main thread itself, which may be on its way out through {@code System.exit} and then waits for this.
 */
public final class StopSignal implements AutoCloseable {

    static final Duration TIDYING_MAX = Duration.ofSeconds(10);

    private static final int NOT_TIDY = 1;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch tidy = new CountDownLatch(1);

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** Returns when the process is asked to end. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Returns when the process is asked to end, or after {@code atMost}. */
    public void await(Duration atMost) throws InterruptedException {
        var unused = asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        tidy.countDown();
    }

    private void stop() {
        boolean atWork = tidy.getCount() > 0;
        asked.countDown();
        try {
            boolean inTime = tidy.await(TIDYING_MAX.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                System.err.println("kiosk: not everything could be put away in " + TIDYING_MAX);
            }
            if (atWork) {
                // To end when asked to is success, but the platform would leave with the signal's number.
                Runtime.getRuntime().halt(inTime ? 0 : NOT_TIDY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
