package dev.kioskguard.guard.run;

/** The guard has more events waiting than it may hold, or has stopped: the transfer does not go. */
public final class InboxFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InboxFullException() {
        super("too many events wait for the guard, or it has stopped; ask again in a moment");
    }
}
