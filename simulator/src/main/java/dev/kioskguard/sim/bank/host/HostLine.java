package dev.kioskguard.sim.bank.host;

import dev.kioskguard.sim.wait.Awaited;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The line between the bank's application and its host, with its faults. Threadsafe.
 *
 * <p>The application reaches the host through it and nothing else; what the world sees of the host does not pass here.
 */
public final class HostLine {

    /** How late a slow line is, in wall time unless the fault is lifted before. */
    public static final Duration LATE = Duration.ofSeconds(3);

    private final Host host;
    private final Awaited<Fault> fault = new Awaited<>(Fault.NONE);

    public HostLine(Host host) {
        this.host = host;
    }

    public void suffer(Fault next) {
        fault.become(next);
    }

    public LedgerEntry submit(String clearance, JsonNode transfer) {
        return across(() -> host.submit(clearance, transfer));
    }

    public Optional<LedgerEntry> find(String transferId) {
        return across(() -> host.find(transferId));
    }

    public Optional<LedgerEntry> cancel(String transferId) {
        return across(() -> host.cancel(transferId));
    }

    public void stopPayment(String transferId) {
        across(() -> {
            host.stopPayment(transferId);
            return transferId;
        });
    }

    public void lock(String cardNumber) {
        across(() -> {
            host.lock(cardNumber);
            return cardNumber;
        });
    }

    public boolean isLocked(String cardNumber) {
        return across(() -> host.isLocked(cardNumber));
    }

    public void keepCheckpoint(String checkpoint) {
        across(() -> {
            host.keepCheckpoint(checkpoint);
            return checkpoint;
        });
    }

    /** Returns once the line works without fault or {@code wait} of wall time has passed. */
    public void awaitRepair(Duration wait) throws InterruptedException {
        fault.await(now -> now == Fault.NONE, wait);
    }

    private <T> T across(Supplier<T> call) {
        Fault met = meet();
        if (met == Fault.DEAD) {
            throw new HostUnreachableException("the host does not answer");
        }
        T answer = call.get();
        if (met == Fault.LOST) {
            throw new HostUnreachableException("the host's answer is lost");
        }
        return answer;
    }

    private Fault meet() {
        Fault met = fault.now();
        if (met == Fault.SLOW) {
            try {
                fault.await(now -> now != Fault.SLOW, LATE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HostUnreachableException("stopped while waiting for the host", e);
            }
        }
        return met;
    }

    /** What can be wrong with the line. */
    public enum Fault {
        NONE,
        /** Nothing gets through. */
        DEAD,
        /** The answer comes late. */
        SLOW,
        /** The host does what it is asked, and its answer is lost. */
        LOST
    }
}
