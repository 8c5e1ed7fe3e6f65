package dev.kioskguard.sim.bank.app;

import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bank.host.HostUnreachableException;
import dev.kioskguard.sim.http.EventStream;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.ServerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bank's application at a terminal whose devices the guard works (ownership hosted). Threadsafe.
 *
 * <p>It listens for visits, asks for the PIN and has it checked, asks for transfers and follows them to the host, and
 * does what the guard asks of the bank. Stopped at any moment and started again on the same book, it goes on.
 */
public final class BankApplication implements Teller, AutoCloseable {

    private final VisitDesk visits;
    private final TransferDesk transfers;
    private final RequestDesk requests;
    private final Issuer issuer;
    private final EventStream events;
    private volatile List<String> printed = List.of();

    /**
     * An application that is not started.
     *
     * @param guard a connection with the application's own token
     */
    public BankApplication(GuardConnection guard, HostLine host, ApplicationBook book, Issuer issuer) {
        GuardApi api = new GuardApi(guard);
        Terminal terminal = new HostedTerminal(api);
        this.issuer = issuer;
        visits = new VisitDesk(api, issuer, terminal, number -> isLocked(host, number));
        transfers = new TransferDesk(api, host, book, end -> {});
        requests = new RequestDesk(api, host, book, terminal);
        events = new EventStream(guard, "/api/events", "bank-events", new Ears());
    }

    /** A host that cannot be asked has locked nothing that anybody knows of; it is asked again before money moves. */
    private static boolean isLocked(HostLine host, String number) {
        try {
            return host.isLocked(number);
        } catch (HostUnreachableException e) {
            return false;
        }
    }

    @Override
    public List<String> printed() {
        return printed;
    }

    public void start() {
        requests.start();
        events.start();
    }

    public Optional<Visit> visit() {
        return visits.current();
    }

    @Override
    public Optional<Visit> awaitVisit(Predicate<Optional<Visit>> wanted, Duration wait) throws InterruptedException {
        return visits.await(wanted, wait);
    }

    @Override
    public String ask(Visit visit, ObjectNode body, boolean submit) {
        boolean elder = visit.card().map(issuer::isElder).orElse(false);
        ObjectNode asked = Payer.known(body, elder).put("sessionId", visit.sessionId());
        return transfers.ask(asked, submit);
    }

    @Override
    public void close() {
        events.close();
        requests.close();
        visits.close();
        transfers.close();
    }

    /** What the guard tells, turned over to the desks. */
    private final class Ears implements EventStream.Listener {

        @Override
        public void connected() {
            transfers.resumeUnfinished();
            transfers.anchorJournal();
        }

        @Override
        public void received(ServerEvent event) {
            JsonNode body = event.body();
            String sessionId = body.path("sessionId").asString("");
            switch (event.name()) {
                case "visit-began" -> visits.began(sessionId, masked(body.path("card")));
                case "visit-ended" -> visits.ended(sessionId);
                default -> {
                    // Transfers and requests are asked for by waiting calls, which miss nothing.
                }
            }
        }

        private String masked(JsonNode card) {
            return card.isObject() ? card.path("masked").asString("") : card.asString("");
        }
    }

    /** The guard works the reader, and does with the card what the application asks. */
    private final class HostedTerminal implements Terminal {

        private final GuardApi guard;

        HostedTerminal(GuardApi guard) {
            this.guard = guard;
        }

        @Override
        public Optional<String> cardOf(String sessionId) {
            return visits.cardOf(sessionId);
        }

        @Override
        public void print(List<String> lines) {
            printed = List.copyOf(lines);
        }

        @Override
        public void returnCard(String sessionId) {
            guard.card(sessionId, "return");
        }

        @Override
        public void retainCard(String sessionId) {
            guard.card(sessionId, "retain");
        }
    }
}
