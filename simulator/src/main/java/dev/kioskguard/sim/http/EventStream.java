package dev.kioskguard.sim.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of the guard's events on a thread of its own, taken up again whenever it breaks, until closed.
 *
 * <p>The listener is called on that thread, one event at a time; what it throws is logged and the stream goes on.
 */
public final class EventStream implements AutoCloseable {

    /** Wall time between two tries to connect. */
    static final Duration RETRY_DELAY = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final GuardConnection guard;
    private final Call call;
    private final Listener listener;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable InputStream> open = new AtomicReference<>();

    /**
     * A stream that is not open yet.
     *
     * @param name of the thread: the role of who listens
     */
    public EventStream(GuardConnection guard, String path, String name, Listener listener) {
        this.guard = guard;
        this.call = Call.get(path).with("Accept", "text/event-stream");
        this.listener = listener;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends the stream; the listener is not called again once this has returned, unless it is the caller. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        closeStream();
        if (Thread.currentThread() != thread) {
            joinThread();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (InputStream stream = guard.open(call)) {
                open.set(stream);
                read(stream);
            } catch (IOException | GuardUnreachableException | GuardRefusedException e) {
                LOG.debug("{} broke off", call);
            } finally {
                open.set(null);
            }
            pause();
        }
    }

    private void read(InputStream stream) throws IOException {
        tell("connected", listener::connected);
        EventReader events = new EventReader(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        for (Optional<ServerEvent> next = events.next(); next.isPresent() && !isClosed(); next = events.next()) {
            ServerEvent event = next.get();
            tell(event.name(), () -> listener.received(event));
        }
    }

    private void tell(String what, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be dealt with: {}", what, e.getClass().getSimpleName());
        }
    }

    private void pause() {
        try {
            if (closed.await(RETRY_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} ended", call);
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void closeStream() {
        InputStream stream = open.get();
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LOG.debug("{} closed twice", call);
            }
        }
    }

    private void joinThread() {
        try {
            thread.join(Call.TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who wants the events. */
    public interface Listener {

        /** Tells that the stream is open, for the first time or again: what was missed in between must be asked for. */
        default void connected() {}

        void received(ServerEvent event);
    }
}
