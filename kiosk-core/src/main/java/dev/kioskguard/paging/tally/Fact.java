package dev.kioskguard.paging.tally;

import java.time.Instant;

/**
 * Something that is counted.
 *
 * @param subject the transfer or the page that it is about; empty where it is about neither
 * @param staff whose deed it is; empty where it is nobody's
 * @param tier the word of the transfer's tier; empty where it has none
 */
public record Fact(Instant at, Kind kind, String subject, String staff, String tier) {

    /** What was. */
    public enum Kind {
        /** A customer was asked for the purpose. */
        ASKED,
        WARNED,
        /** A transfer was held until a person comes. */
        HELD,
        /** A transfer was stopped by the guard or its customer. */
        STOPPED,
        RAISED,
        TAKEN,
        RELEASED,
        CANCELLED,
        /** A page has turned out to be for nothing. */
        FALSE_ALARM,
        PATROLLED
    }
}
