package dev.kioskguard.sim.disk;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.JournalException.Reason;
import dev.kioskguard.sim.wait.Awaited;
import java.time.Duration;
import java.util.Optional;

/** A disk that may be full, broken or slow for a while, whatever the one below it is. Thread-safe. */
public final class Disk {

    /** How late a line on a slow disk is durable, in wall time unless the fault is lifted before. */
    public static final Duration LATE = Duration.ofMillis(500);

    private final Awaited<Fault> fault = new Awaited<>(Fault.NONE);

    /** What can be wrong with a disk. */
    public enum Fault {
        NONE,
        /** No room for another line. */
        FULL,
        /** Nothing can be written, whatever room there is. */
        DEAD,
        /** Everything is written, late. */
        SLOW
    }

    public void suffer(Fault next) {
        fault.become(next);
    }

    /** Returns that journal as it is on this disk: what it cannot write is refused before the file sees it. */
    public Journal under(Journal journal) {
        return new JournalOnDisk(journal, this);
    }

    /**
     * Returns when something may be written.
     *
     * @throws JournalException when nothing can be
     */
    void write() {
        try {
            fault.await(now -> now != Fault.SLOW, LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException(Reason.IO, "stopped while waiting for the disk", e);
        }
        obstacle().ifPresent(trouble -> {
            throw trouble;
        });
    }

    Optional<JournalException> obstacle() {
        return switch (fault.now()) {
            case NONE, SLOW -> Optional.empty();
            case FULL ->
                Optional.of(new JournalException(
                        Reason.FULL, "no room for another line of the journal: make room on its disk"));
            case DEAD -> Optional.of(new JournalException(Reason.IO, "the disk of the journal reports errors"));
        };
    }
}
