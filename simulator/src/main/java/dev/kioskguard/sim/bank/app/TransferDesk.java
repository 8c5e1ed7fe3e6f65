package dev.kioskguard.sim.bank.app;

import dev.kioskguard.sim.bank.app.ApplicationBook.Asked;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bank.host.HostUnreachableException;
import dev.kioskguard.sim.bank.host.RefusedException;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The transfers of the application, from asking the guard to the host's booking. Threadsafe.
 *
 * <p>Each step is in the book before it is taken, so that after a restart of either side the step is asked about or
 * taken again and never forgotten; the host books a transfer once, however often it is handed in.
 */
public final class TransferDesk implements AutoCloseable {

    /** How long one question about a transfer's state waits at the guard. */
    static final Duration STATE_WAIT = Duration.ofSeconds(25);

    /** Wall time between two tries to reach the guard or the host. */
    static final Duration RETRY_DELAY = Duration.ofMillis(300);

    /** Transfers that are followed at once: one in the visit and some that are paused. */
    static final int FOLLOWED_MAX = 8;

    private static final String PAUSED = "paused";
    private static final Logger LOG = LoggerFactory.getLogger(TransferDesk.class);
    private static final Set<Integer> GONE = Set.of(400, 404, 409, 410, 422);

    private final GuardApi guard;
    private final HostLine host;
    private final ApplicationBook book;
    private final Consumer<TransferState> ended;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService followers = Executors.newFixedThreadPool(FOLLOWED_MAX, task -> {
        Thread thread = new Thread(task, "bank-transfer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A desk without work.
     *
     * @param ended is told of every transfer that has come to its end, on the thread that followed it
     */
    public TransferDesk(GuardApi guard, HostLine host, ApplicationBook book, Consumer<TransferState> ended) {
        this.guard = guard;
        this.host = host;
        this.book = book;
        this.ended = ended;
    }

    /**
     * Asks the guard, and follows the transfer from then on.
     *
     * @throws GuardRefusedException if the guard does not take it; it is forgotten
     * @throws GuardUnreachableException if the guard does not answer; it is asked again when the guard is back
     */
    public String ask(JsonNode body, boolean submit) {
        Asked asked = book.begin(body, submit);
        try {
            String transferId = take(asked);
            follow(asked.takenAs(transferId));
            return transferId;
        } catch (GuardRefusedException e) {
            book.finish(asked);
            throw e;
        }
    }

    /** Goes on with every transfer that is not finished; those that are followed already are left alone. */
    public void resumeUnfinished() {
        book.unfinished().forEach(this::follow);
    }

    private void follow(Asked asked) {
        if (followed.add(asked.key())) {
            followers.execute(() -> {
                try {
                    toTheEnd(asked);
                } finally {
                    followed.remove(asked.key());
                }
            });
        }
    }

    private void toTheEnd(Asked asked) {
        boolean paused = false;
        while (!isClosed()) {
            try {
                String known = asked.transferId();
                String transferId = known == null ? take(asked) : known;
                TransferState state = guard.state(transferId, STATE_WAIT);
                paused |= state.state().equals(PAUSED);
                if (state.hasEnded()) {
                    settle(asked, state, paused ? inAnyVisit(asked.body()) : asked.body());
                    return;
                }
            } catch (GuardUnreachableException | HostUnreachableException e) {
                pause();
            } catch (GuardRefusedException e) {
                if (GONE.contains(e.status())) {
                    // The guard does not know it or will not take it, so nothing was cleared: nothing can be paid.
                    book.finish(asked);
                    return;
                }
                pause();
            }
        }
    }

    private String take(Asked asked) {
        String transferId = guard.submit(asked.body(), asked.key());
        book.taken(asked, transferId);
        return transferId;
    }

    private void settle(Asked asked, TransferState end, JsonNode body) {
        if (asked.submit() && end.clearance() != null) {
            handIn(end, body);
        }
        book.finish(asked);
        ended.accept(end);
        anchorJournal();
    }

    /** Keeps the signed head of the guard's journal at the host, outside the machine. */
    public void anchorJournal() {
        try {
            guard.journalCheckpoint().ifPresent(host::keepCheckpoint);
        } catch (GuardRefusedException | GuardUnreachableException | HostUnreachableException e) {
            LOG.debug("no journal checkpoint this time");
        }
    }

    /** Hands a clearance to the host, unless the host has it: an answer may have been lost on the way. */
    private void handIn(TransferState cleared, JsonNode body) {
        boolean known = host.find(cleared.transferId())
                .filter(entry -> entry.payAt() != null)
                .isPresent();
        if (known) {
            return;
        }
        try {
            host.submit(Objects.requireNonNull(cleared.clearance()), body);
        } catch (RefusedException e) {
            LOG.warn(
                    "the host refuses transfer {}: {}",
                    cleared.transferId(),
                    e.refusal().word());
        }
    }

    /** A transfer that was paused is cleared in the visit that took it up again, and its clearance names that one. */
    private static JsonNode inAnyVisit(JsonNode body) {
        return body instanceof ObjectNode named ? named.deepCopy().without("sessionId") : body;
    }

    private void pause() {
        try {
            host.awaitRepair(RETRY_DELAY);
            if (closed.await(RETRY_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("transfers are left for the next start");
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        followers.shutdownNow();
        try {
            followers.awaitTermination(RETRY_DELAY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
