package dev.kioskguard.web.desk.after;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody says of a page that is over.
 *
 * @param was the id of a kind of fraud, or {@link #FALSE_ALARM}, or {@link #UNKNOWN}
 * @param helped of {@link #HELPED}
 * @param trick how the customer was talked into it, in one sentence for other customers; empty where nobody says
 * @param note in their own words, without names; for a draft alone, as the trick is, never for the journal
 */
public record Closure(String was, List<String> helped, String trick, String note) {

    public static final String FALSE_ALARM = "false-alarm";
    public static final String UNKNOWN = "unknown";
    static final int NOTE_LENGTH_MAX = 300;

    /** Characters of a sentence as a screen has room for. */
    static final int TRICK_LENGTH_MAX = 36;

    /** What no sentence needs, and a number of a card, an account or a phone has. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}([ -]?\\p{Nd}){4}|@");

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

    public Closure {
        helped = List.copyOf(helped);
    }

    /** Returns whether a number stands in the words by which somebody could be found. */
    boolean tellsOfSomebody() {
        return NUMBER.matcher(trick).find() || NUMBER.matcher(note).find();
    }

    /** Returns whether it was fraud of a known kind. */
    public boolean isFraud() {
        return !was.equals(FALSE_ALARM) && !was.equals(UNKNOWN);
    }

    @Override
    public String toString() {
        return "Closure[" + was + "]";
    }
}
