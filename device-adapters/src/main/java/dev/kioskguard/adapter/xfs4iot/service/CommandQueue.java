package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of one service: one at work, the others behind it in the order in which they came.
 *
 * <p>Thread-safe. Its length is bounded by the number of clients and by what each may have unanswered.
 */
final class CommandQueue {

    private static final Logger LOG = LoggerFactory.getLogger(CommandQueue.class);

    private final DeviceService service;
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();
    private @Nullable PendingCommand atWork;
    private boolean handingOver;

    CommandQueue(DeviceService service) {
        this.service = service;
    }

    void add(PendingCommand command) {
        synchronized (this) {
            waiting.add(command);
        }
        handOver();
    }

    /** Takes out a command that is over, and lets the next one begin. */
    void remove(PendingCommand command) {
        synchronized (this) {
            waiting.remove(command);
            if (atWork == command) {
                atWork = null;
            }
        }
        handOver();
    }

    /** Begins commands until one stays at work. A loop, because a command may be over before its beginning returns. */
    private void handOver() {
        for (PendingCommand next = next(); next != null; next = next()) {
            try {
                if (!next.isOver()) {
                    begin(next);
                }
            } finally {
                begun(next);
            }
        }
    }

    private synchronized @Nullable PendingCommand next() {
        if (handingOver || atWork != null) {
            return null;
        }
        atWork = waiting.poll();
        handingOver = atWork != null;
        return atWork;
    }

    private synchronized void begun(PendingCommand command) {
        handingOver = false;
        if (command.isOver() && atWork == command) {
            atWork = null;
        }
    }

    private void begin(PendingCommand command) {
        try {
            service.execute(command);
        } catch (RuntimeException e) {
            LOG.error("{} failed inside the service", command.name(), e);
            command.fail(CompletionCode.INTERNAL_ERROR, "the service failed");
        }
    }
}
