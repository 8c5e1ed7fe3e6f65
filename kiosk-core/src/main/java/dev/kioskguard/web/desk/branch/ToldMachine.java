package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a machine is, as far as the desk has heard.
 *
 * @param word what it has said last, or its last will has
 * @param refusing why it refuses transfers; empty where it does not
 * @param heard when, by the desk's clock
 * @param anew when it was first heard of on the line of now; null where it was not
 */
record ToldMachine(
        String name,
        Word word,
        List<String> refusing,
        Instant heard,
        @Nullable Instant anew) {

    /** A machine tells of itself twice a minute: one that has missed two is silent. */
    static final Duration SILENT_AFTER = Duration.ofSeconds(90);

    private static final int REASONS_MAX = 20;
    private static final int REASON_LENGTH_MAX = 60;

    /** How a machine is. */
    enum Word {
        HERE,
        /** Its line broke without a word: its last will. */
        GONE,
        /** It was stopped in good order. */
        STOPPED,
        /** Only its pages have been heard of yet. */
        UNKNOWN,
        /** It has not been heard of for too long; never told, but found. */
        SILENT;

        static final Map<String, Word> TOLD = Arrays.stream(new Word[] {HERE, GONE, STOPPED})
                .collect(Collectors.toUnmodifiableMap(Word::word, Function.identity()));

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A machine of which nothing is known but that it has a page. */
    static ToldMachine unknown(String name, Instant now) {
        return new ToldMachine(name, Word.UNKNOWN, List.of(), now, null);
    }

    /**
     * Returns this with what was told.
     *
     * @throws dev.kioskguard.web.http.ProblemException if it is no status, or another machine's
     */
    ToldMachine after(String text, Instant now) {
        Fields fields = Fields.of(text.getBytes(StandardCharsets.UTF_8));
        if (!fields.text("machine", 1, ToldPage.NAME_LENGTH_MAX).equals(name)) {
            throw Problem.unprocessable("the status stands under a name that is not its own")
                    .asException();
        }
        return new ToldMachine(
                name,
                fields.choice("state", Word.TOLD),
                fields.texts("transfersRefusedBecause", 0, REASONS_MAX, REASON_LENGTH_MAX),
                now,
                anew == null ? now : anew);
    }

    /** Returns this as it is on a line that has just been made. */
    ToldMachine unheard() {
        return new ToldMachine(name, word, refusing, heard, null);
    }

    /** Returns how it is by now. */
    Word by(Instant now) {
        boolean silent = !now.isBefore(heard.plus(SILENT_AFTER));
        return silent && (word == Word.HERE || word == Word.UNKNOWN) ? Word.SILENT : word;
    }

    Map<String, Object> body(Instant now) {
        var body = new LinkedHashMap<String, Object>();
        body.put("machine", name);
        body.put("state", by(now).word());
        body.put("heard", heard.toString());
        body.put("transfersRefusedBecause", refusing);
        return body;
    }
}
