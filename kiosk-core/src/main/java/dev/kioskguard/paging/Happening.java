package dev.kioskguard.paging;

/** What can happen to a page. */
public enum Happening {
    /** The script of somebody's desk has shown it. */
    SEEN,
    /** Somebody has said that they are coming; it implies that they have seen it. */
    TAKEN,
    /** Whoever came wants the next level too. */
    MORE_WANTED,
    /** Nobody has taken it in time. */
    LATE,
    /** What it was raised for has ended. */
    OVER
}
