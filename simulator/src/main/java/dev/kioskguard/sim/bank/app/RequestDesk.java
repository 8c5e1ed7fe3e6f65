package dev.kioskguard.sim.bank.app;

import dev.kioskguard.sim.bank.app.ApplicationBook.Outcome;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bank.host.HostUnreachableException;
import dev.kioskguard.sim.bank.host.LedgerEntry;
import dev.kioskguard.sim.bank.host.TransferStatus;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the guard asks of the bank, carried out once and acknowledged once, on a thread of its own.
 *
 * <p>What was done is booked before it is acknowledged: asked again after a lost acknowledgement, the bank repeats
 * its answer and not the deed.
 */
public final class RequestDesk implements AutoCloseable {

    /** How long one question for new requests waits at the guard. */
    static final Duration REQUESTS_WAIT = Duration.ofSeconds(25);

    private static final int NOT_NOW = 503;
    private static final Duration RETRY_DELAY = Duration.ofMillis(300);
    private static final Logger LOG = LoggerFactory.getLogger(RequestDesk.class);

    private final GuardApi guard;
    private final HostLine host;
    private final ApplicationBook book;
    private final Terminal terminal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "bank-requests");

    /** A desk that is not started. */
    public RequestDesk(GuardApi guard, HostLine host, ApplicationBook book, Terminal terminal) {
        this.guard = guard;
        this.host = host;
        this.book = book;
        this.terminal = terminal;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (closed.getCount() > 0) {
            boolean allDone = false;
            try {
                allDone = guard.requests(REQUESTS_WAIT).stream().allMatch(this::serve);
            } catch (GuardUnreachableException | GuardRefusedException e) {
                LOG.debug("no requests to be had");
            }
            if (!allDone) {
                pause();
            }
        }
    }

    /** Returns whether the request was acknowledged. */
    private boolean serve(BankRequest request) {
        try {
            Outcome outcome = book.outcome(request.id()).orElseGet(() -> carriedOut(request));
            guard.done(request.id(), outcome.ok(), outcome.detail());
            return true;
        } catch (GuardUnreachableException | GuardRefusedException | HostUnreachableException e) {
            LOG.debug("{} stays open", request);
            return false;
        }
    }

    private Outcome carriedOut(BankRequest request) {
        Outcome outcome = carryOut(request);
        book.carriedOut(request.id(), outcome);
        return outcome;
    }

    private Outcome carryOut(BankRequest request) {
        String session = request.about("sessionId");
        return switch (request.kind()) {
            case "return-card" -> card(() -> terminal.returnCard(session), "the card was given back");
            case "retain-card" -> card(() -> terminal.retainCard(session), "the card was kept");
            case "cancel" -> cancel(request.about("transferId"));
            case "stop-payment" -> stop(request.about("transferId"));
            case "lock-card" -> lock(session);
            case "print" -> print(request);
            case "show-screen" -> new Outcome(true, "the application has its own screen up");
            default -> new Outcome(false, "this application does not know such a request");
        };
    }

    /**
     * A card that is not there any more needs no hand: that is as good as done. A reader that cannot be had just now is
     * asked again until it can, so that the card is not kept by a line that was cut.
     */
    private static Outcome card(Runnable motion, String detail) {
        try {
            motion.run();
            return new Outcome(true, detail);
        } catch (GuardRefusedException e) {
            if (e.status() == NOT_NOW) {
                throw e;
            }
            boolean gone = e.status() == 404 || e.status() == 409;
            return new Outcome(gone, gone ? "the card is not in the reader" : "the reader did not do it");
        }
    }

    private Outcome cancel(String transferId) {
        Optional<LedgerEntry> entry = host.cancel(transferId);
        boolean moved =
                entry.filter(found -> found.status() == TransferStatus.PAID).isPresent();
        return new Outcome(!moved, moved ? "too late, the money has moved" : "the money stays");
    }

    private Outcome stop(String transferId) {
        host.stopPayment(transferId);
        return new Outcome(true, "the payee's bank is asked to stop the payment");
    }

    private Outcome lock(String sessionId) {
        Optional<String> card = terminal.cardOf(sessionId);
        card.ifPresent(host::lock);
        return card.isPresent()
                ? new Outcome(true, "the card is locked until the customer has been at the counter")
                : new Outcome(false, "the card of this visit is not known any more");
    }

    private Outcome print(BankRequest request) {
        var lines = new ArrayList<String>();
        request.body().path("lines").forEach(line -> lines.add(line.asString("")));
        terminal.print(lines);
        return new Outcome(true, "printed");
    }

    private void pause() {
        try {
            if (closed.await(RETRY_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("requests are left for the next start");
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(RETRY_DELAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
