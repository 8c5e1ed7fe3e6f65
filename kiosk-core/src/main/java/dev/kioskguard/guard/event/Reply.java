package dev.kioskguard.guard.event;

/** The answer to whoever brought an event. */
public sealed interface Reply {

    /** Taken and written down. */
    record Taken(String subject, String state) implements Reply {}

    /** Not taken; nothing has changed but perhaps a count. */
    record Declined(Why why) implements Reply {}

    Reply TAKEN = new Taken("", "");

    /** Why an event was declined. */
    enum Why {
        NO_SUCH_VISIT,
        VISIT_OPEN,
        TRANSFER_OPEN,
        NO_SUCH_TRANSFER,
        TRANSFER_ENDED,
        SCREEN_MOVED_ON,
        TOO_EARLY,
        NOT_OFFERED,
        WRONG_CODE,
        ANOTHER_CARD,
        NOT_HELD,
        NO_SUCH_REQUEST
    }
}
