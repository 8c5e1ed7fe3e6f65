package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.DeviceLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two threads of a {@link Controls}: one decides, so that nothing of a device needs a lock, and one tells
 * listeners, so that a listener that blocks keeps no device from working.
 */
final class Loop {

    /** Events that may wait to be told, operation-complete events aside: those are bounded by the operations. */
    static final int EVENTS_MAX = 4096;

    /** Changes that may wait to be decided on; what was asked for has bounds of its own. */
    static final int STEPS_MAX = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final DeviceLoop deciding = thread("jxfs-devices");
    private final DeviceLoop telling = thread("jxfs-events");
    private final Deque<Runnable> events = new ArrayDeque<>();
    private long lost;
    private boolean ending;

    /** A listener that fails keeps nobody else from hearing. */
    private static DeviceLoop thread(String name) {
        return new DeviceLoop(name, e -> LOG.error("a listener or a driver failed", e));
    }

    /**
     * Runs a step on the deciding thread, after those before it and before the last one.
     *
     * @return whether it will be run: once the end is decided on, it never is
     */
    synchronized boolean run(Runnable step) {
        return !ending && deciding.run(step);
    }

    /**
     * Runs a step that somebody asked for on the deciding thread.
     *
     * @throws JxfsException {@code E_CLOSED} where it would never be run
     */
    void require(Runnable step) {
        if (!run(step)) {
            throw new JxfsException(JxfsCodes.E_CLOSED, "the controls of this terminal were closed");
        }
    }

    /** Runs a step on the deciding thread, or counts it as lost where too many wait. */
    void runIfRoom(Runnable step) {
        if (deciding.waiting() >= STEPS_MAX) {
            synchronized (this) {
                lost++;
            }
        } else {
            run(step);
        }
    }

    /** Runs a step on the deciding thread after a while. */
    Future<?> later(Duration delay, Runnable step) {
        return deciding.later(delay, step);
    }

    /** Tells an event that must not be lost, after those before it. */
    void tell(Runnable event) {
        put(event, Integer.MAX_VALUE);
    }

    /** Tells an event, or counts it as lost where too many wait. */
    void tellIfRoom(Runnable event) {
        put(event, EVENTS_MAX);
    }

    private synchronized void put(Runnable event, int max) {
        if (events.size() >= max) {
            lost++;
            return;
        }
        events.add(event);
        if (!telling.run(this::next)) {
            events.clear();
        }
    }

    private void next() {
        Runnable event;
        synchronized (this) {
            event = events.poll();
        }
        if (event != null) {
            event.run();
        }
    }

    synchronized long lost() {
        return lost;
    }

    /**
     * Ends both threads once what was decided before has been told; a second end is none.
     *
     * @param last what is decided as the last thing of all
     */
    synchronized void end(Runnable last) {
        if (!ending) {
            ending = true;
            deciding.run(() -> {
                try {
                    last.run();
                } finally {
                    telling.run(telling::close);
                    deciding.close();
                }
            });
        }
    }
}
