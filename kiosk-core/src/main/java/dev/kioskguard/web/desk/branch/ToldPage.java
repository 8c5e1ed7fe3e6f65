package dev.kioskguard.web.desk.branch;

import dev.kioskguard.paging.Page;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A page as a machine has told it. Everything about it may be forged: it is taken apart and written anew, so that
 * nothing but its known parts, within their bounds, comes to a browser.
 *
 * @param body as the desk's page reads it
 * @param messageId another one where the page has changed
 */
record ToldPage(String machine, String id, String messageId, Map<String, Object> body) {

    static final int NAME_LENGTH_MAX = 40;
    static final int ID_LENGTH_MAX = 100;
    private static final int WORD_LENGTH_MAX = 60;
    private static final int TEXT_LENGTH_MAX = 1_000;
    private static final int LIST_MAX = 40;
    private static final Map<String, String> STATES = Arrays.stream(Page.State.values())
            .map(Page.State::word)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    /**
     * Reads what has come under the name of a machine and the id of a page. Parts that a later version may add are left
     * out.
     *
     * @throws dev.kioskguard.web.http.ProblemException if it is no page, or another's
     */
    static ToldPage read(String machine, String id, String text) {
        Fields fields = Fields.of(text.getBytes(StandardCharsets.UTF_8));
        if (!fields.text("id", 1, ID_LENGTH_MAX).equals(id)
                || !fields.text("machine", 1, NAME_LENGTH_MAX).equals(machine)) {
            throw Problem.unprocessable("the page stands under a name that is not its own")
                    .asException();
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("machine", machine);
        body.put("level", fields.number("level", Page.LEVEL_FIRST, Page.LEVEL_LAST));
        body.put("calls", fields.texts("calls", LIST_MAX, WORD_LENGTH_MAX));
        body.put("tier", fields.text("tier", 1, WORD_LENGTH_MAX));
        body.put("reasons", reasons(fields.parts("reasons", LIST_MAX)));
        body.put(
                "script",
                fields.parts("script", LIST_MAX).stream().map(ToldPage::both).toList());
        body.put("raisedAt", time(fields, "raisedAt"));
        body.put("deadline", time(fields, "deadline"));
        body.put("state", fields.choice("state", STATES));
        body.put("transferId", fields.text("transferId", 1, ID_LENGTH_MAX));
        return new ToldPage(machine, id, fields.text("messageId", 1, ID_LENGTH_MAX), body);
    }

    /** Returns the page as it is once its machine has taken it away. */
    ToldPage over() {
        var over = new LinkedHashMap<>(body);
        over.put("state", Page.State.RESOLVED.word());
        return new ToldPage(machine, id, messageId, over);
    }

    private static List<Map<String, Object>> reasons(List<Fields> told) {
        return told.stream().map(ToldPage::reason).toList();
    }

    private static Map<String, Object> reason(Fields told) {
        var reason = new LinkedHashMap<String, Object>();
        reason.put("code", told.text("code", 1, WORD_LENGTH_MAX));
        reason.putAll(both(told));
        if (told.has("since")) {
            reason.put("since", time(told, "since"));
            reason.put("because", reasons(told.parts("because", LIST_MAX)));
        }
        if (told.has("stopped")) {
            Fields stopped = told.part("stopped");
            reason.put(
                    "stopped",
                    Map.of("machine", stopped.text("machine", 1, NAME_LENGTH_MAX), "at", time(stopped, "at")));
        }
        return reason;
    }

    static Map<String, Object> both(Fields told) {
        return Map.of("zh", told.text("zh", 1, TEXT_LENGTH_MAX), "en", told.text("en", 1, TEXT_LENGTH_MAX));
    }

    static String time(Fields fields, String path) {
        try {
            return Instant.parse(fields.text(path, 1, WORD_LENGTH_MAX)).toString();
        } catch (DateTimeException e) {
            throw Problem.unprocessable(path + " must be a time (ISO 8601)").asException();
        }
    }
}
