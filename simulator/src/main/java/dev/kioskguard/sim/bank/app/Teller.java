package dev.kioskguard.sim.bank.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** What a customer can do at the bank's application, whoever owns the terminal's devices. */
public interface Teller {

    /** Returns the visit once it is as {@code wanted}, or what there is when {@code wait} of wall time has passed. */
    Optional<Visit> awaitVisit(Predicate<Optional<Visit>> wanted, Duration wait) throws InterruptedException;

    /**
     * Asks in a visit whether a transfer may go, and follows it from then on.
     *
     * @param body of {@code POST /api/transfers} without {@code sessionId}; the bank adds what it knows of the payer
     * @param submit whether the clearance goes to the host
     * @return the guard's id of the transfer
     * @throws dev.kioskguard.sim.http.GuardRefusedException if the guard does not take it; it is forgotten
     * @throws dev.kioskguard.sim.http.GuardUnreachableException if the guard does not answer
     */
    String ask(Visit visit, ObjectNode body, boolean submit);

    /** Returns the lines that were printed last; empty where nothing was. */
    default List<String> printed() {
        return List.of();
    }
}
