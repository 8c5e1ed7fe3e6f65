package dev.kioskguard.sim.bank.host;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Fault fault = Fault.NONE;

    public HostLine(Host host) {
        this.host = host;
    }

    public void suffer(Fault next) {
        lock.lock();
        try {
            fault = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            awaitWhile(() -> fault != Fault.NONE, wait);
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            Fault met = fault;
            if (met == Fault.SLOW) {
                awaitWhile(() -> fault == Fault.SLOW, LATE);
            }
            return met;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostUnreachableException("stopped while waiting for the host", e);
        } finally {
            lock.unlock();
        }
    }

    private void awaitWhile(BooleanSupplier holds, Duration wait) throws InterruptedException {
        long left = wait.toNanos();
        while (holds.getAsBoolean() && left > 0) {
            left = changed.awaitNanos(left);
        }
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
