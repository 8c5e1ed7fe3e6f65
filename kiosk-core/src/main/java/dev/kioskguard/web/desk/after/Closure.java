package dev.kioskguard.web.desk.after;

import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final int WORD_LENGTH_MAX = 60;

    /** Characters of a sentence as a screen has room for. */
    static final int TRICK_LENGTH_MAX = 36;

    /** What no sentence needs, and a number of a card, an account or a phone has. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}([ -]?\\p{Nd}){4}|@");

    /** What may have helped. */
    public static final List<String> HELPED = List.of(
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

    /**
     * Reads what somebody says; which kinds of fraud there are, the machine knows.
     *
     * @throws dev.kioskguard.web.http.ProblemException if it is none, or tells of somebody
     */
    public static Closure read(Fields fields) {
        var closure = new Closure(
                fields.text("was", 1, WORD_LENGTH_MAX),
                fields.has("helped") ? fields.texts("helped", 0, HELPED.size(), WORD_LENGTH_MAX) : List.of(),
                Objects.requireNonNullElse(fields.optionalText("trick", 0, TRICK_LENGTH_MAX), ""),
                Objects.requireNonNullElse(fields.optionalText("note", 0, NOTE_LENGTH_MAX), ""));
        fields.done();
        if (closure.tellsOfSomebody()) {
            throw new Problem(422, "personal", "leave out numbers of accounts, cards and phones, and addresses")
                    .asException();
        }
        if (!HELPED.containsAll(closure.helped)) {
            throw Problem.unprocessable("helped must be of these: " + HELPED).asException();
        }
        return closure;
    }

    /** Returns it as {@link #read} takes it. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("was", was);
        body.put("helped", helped);
        body.put("trick", trick);
        body.put("note", note);
        return body;
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
