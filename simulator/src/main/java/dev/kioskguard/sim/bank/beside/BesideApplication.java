package dev.kioskguard.sim.bank.beside;

import dev.kioskguard.sim.bank.app.ApplicationBook;
import dev.kioskguard.sim.bank.app.GuardApi;
import dev.kioskguard.sim.bank.app.RequestDesk;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.app.Terminal;
import dev.kioskguard.sim.bank.app.TransferDesk;
import dev.kioskguard.sim.bank.app.TransferState;
import dev.kioskguard.sim.bank.app.Visit;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.wait.Awaited;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application that owns card reader, pad and display, and tells the guard what happens at them. Threadsafe.
 *
 * <p>It opens and closes visits, has the camera stopped before a PIN is keyed, lends screen and keys while a transfer
 * is asked about, and takes them back when it has ended.
 */
public final class BesideApplication implements Teller, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BesideApplication.class);

    private final GuardApi guard;
    private final String terminalId;
    private final TransferDesk transfers;
    private final RequestDesk requests;
    private final Awaited<Optional<Visit>> open = new Awaited<>(Optional.empty());

    /**
     * An application that is not started.
     *
     * @param terminal the application's own card reader
     */
    public BesideApplication(
            GuardApi guard, String terminalId, HostLine host, ApplicationBook book, Terminal terminal) {
        this.guard = guard;
        this.terminalId = terminalId;
        this.transfers = new TransferDesk(guard, host, book, this::takeBack);
        this.requests = new RequestDesk(guard, host, book, terminal);
    }

    public void start() {
        requests.start();
        transfers.resumeUnfinished();
        transfers.anchorJournal();
    }

    /**
     * Opens a visit for the card in the application's reader.
     *
     * @param token stands for the card, and tells nothing of its number
     */
    public Visit begin(String token, String masked, String language) {
        String sessionId = guard.begin(terminalId, Map.of("token", token, "masked", masked), language);
        Visit begun = new Visit(sessionId, Optional.empty(), Visit.Pin.AWAITED);
        open.become(Optional.of(begun));
        return begun;
    }

    /** Announces PIN entry, and returns when the camera has stopped: not before may the pad take a digit. */
    public void announcePin(Visit visit) {
        guard.mode(visit.sessionId(), "pin");
    }

    /** Says how the application's own PIN entry ended, and has its screen and keys again. */
    public void pinDone(Visit visit, boolean right) {
        guard.mode(visit.sessionId(), "own");
        var pin = right ? Visit.Pin.RIGHT : Visit.Pin.FAILED;
        open.become(Optional.of(new Visit(visit.sessionId(), visit.card(), pin)));
    }

    /** Passes keys on that were pressed while the guard has screen and keypad. */
    public void pressed(Visit visit, List<String> keys) {
        guard.keys(visit.sessionId(), keys);
    }

    /** Closes the visit, because the card is out. */
    public void end(Visit visit) {
        guard.end(visit.sessionId());
        open.become(Optional.empty());
    }

    @Override
    public Optional<Visit> awaitVisit(Predicate<Optional<Visit>> wanted, Duration wait) throws InterruptedException {
        return open.await(wanted, wait);
    }

    @Override
    public String ask(Visit visit, ObjectNode body, boolean submit) {
        guard.mode(visit.sessionId(), "guard");
        try {
            return transfers.ask(body.deepCopy().put("sessionId", visit.sessionId()), submit);
        } catch (GuardRefusedException e) {
            guard.mode(visit.sessionId(), "own");
            throw e;
        }
    }

    @Override
    public void close() {
        requests.close();
        transfers.close();
    }

    private void takeBack(TransferState ended) {
        Optional<Visit> now = open.now();
        if (now.isEmpty()) {
            return;
        }
        try {
            guard.mode(now.get().sessionId(), "own");
        } catch (GuardRefusedException | GuardUnreachableException e) {
            LOG.info("screen and keys are not taken back after {}: {}", ended, e.getMessage());
        }
    }
}
