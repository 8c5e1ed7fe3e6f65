package dev.kioskguard.web.desk.after;

import java.util.List;

/**
 * What somebody says of a page that is over.
 *
 * @param was the id of a kind of fraud, or {@link #FALSE_ALARM}, or {@link #UNKNOWN}
 * @param helped of {@link #HELPED}
 * @param note in their own words, without names; for a draft alone, never for the journal
 */
record Closure(String was, List<String> helped, String note) {

    static final String FALSE_ALARM = "false-alarm";
    static final String UNKNOWN = "unknown";
    static final int NOTE_LENGTH_MAX = 300;

    /** What may have helped. */
    static final List<String> HELPED = List.of(
            "questions",
            "warning",
            "reminders",
            "talked-aside",
            "asked-the-caller",
            "rang-the-family",
            "police",
            "nothing");

    Closure {
        helped = List.copyOf(helped);
    }

    @Override
    public String toString() {
        return "Closure[" + was + "]";
    }
}
