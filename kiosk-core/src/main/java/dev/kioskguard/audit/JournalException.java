package dev.kioskguard.audit;

/**
 * The journal could not do what it was asked, so nothing may happen in the world. The message tells an operator what
 * to do.
 */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public JournalException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public JournalException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What stands in the way. */
    public enum Reason {
        /** No room on the disk, or the journal has reached its limit. */
        FULL,
        READ_ONLY,
        /** Another process works with the same files. */
        LOCKED,
        /** The file is damaged, or its last lines do not follow from each other. */
        CORRUPTED,
        /** The time given lies before the last line's. */
        CLOCK_WENT_BACK,
        /** The key that wraps the visits' keys is missing, foreign, or readable by others. */
        KEY,
        /** The line is longer than a line may be. */
        TOO_LONG,
        CLOSED,
        /** Anything else the disk reports. */
        IO
    }
}
