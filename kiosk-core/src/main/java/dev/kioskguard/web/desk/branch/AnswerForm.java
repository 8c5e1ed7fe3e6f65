package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.after.Overview;
import dev.kioskguard.web.desk.command.Doing;
import dev.kioskguard.web.http.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What of an answer comes to a browser: by what was asked, its known parts within their bounds. */
final class AnswerForm {

    private static final int WORD_LENGTH_MAX = 100;
    private static final int TEXT_LENGTH_MAX = 1_000;
    private static final int KINDS_MAX = 200;
    private static final int LIST_MAX = 40;
    private static final int DAYS_MAX = 31;
    private static final long COUNT_MAX = 1_000_000;

    private AnswerForm() {}

    /**
     * Writes an answer anew.
     *
     * @throws dev.kioskguard.web.http.ProblemException if it is none to a command that does this
     */
    static Map<String, Object> of(Doing does, Fields told) {
        return switch (does) {
            case DELIVERY, ACKNOWLEDGEMENT, RELEASE, HOLD, CANCEL, ESCALATE, PATROL ->
                words(told, "actionId", "action", "transferId", "state");
            case CLOSURE -> words(told, "page", "was");
            case FORM -> form(told);
            case PACKET -> packet(told);
            case OVERVIEW -> overview(told);
        };
    }

    private static Map<String, Object> form(Fields told) {
        return Map.of(
                "was",
                told.parts("was", KINDS_MAX).stream()
                        .map(kind -> {
                            Map<String, Object> worded = words(kind, "id");
                            worded.putAll(ToldPage.both(kind));
                            return worded;
                        })
                        .toList(),
                "helped",
                told.texts("helped", LIST_MAX, WORD_LENGTH_MAX).stream()
                        .filter(Closure.HELPED::contains)
                        .toList());
    }

    private static Map<String, Object> packet(Fields told) {
        Map<String, Object> body = words(told, "page", "place", "machine", "reference");
        body.put("call", told.texts("call", LIST_MAX, WORD_LENGTH_MAX));
        body.put("raisedAt", ToldPage.time(told, "raisedAt"));
        body.put(
                "reasons",
                told.parts("reasons", LIST_MAX).stream().map(ToldPage::both).toList());
        body.put("ask", ToldPage.both(told.part("ask")));
        body.putAll(words(told, "payee", "account", "amount", "currency"));
        return body;
    }

    private static Map<String, Object> overview(Fields told) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "days",
                told.parts("days", DAYS_MAX).stream().map(AnswerForm::day).toList());
        body.put("unusual", each(told.parts("unusual", LIST_MAX), one -> {
            Map<String, Object> unusual = words(one, "staff", "limit", "within");
            unusual.put("releases", one.number("releases", 0, COUNT_MAX));
            return unusual;
        }));
        body.put("patrols", each(told.parts("patrols", Overview.PATROLS_SHOWN_MAX), one -> {
            Map<String, Object> patrol = words(one, "staff");
            patrol.put("at", ToldPage.time(one, "at"));
            return patrol;
        }));
        return body;
    }

    private static Map<String, Object> day(Fields told) {
        Map<String, Object> day = words(told, "day", "acknowledgedMedian");
        Overview.COUNTS.keySet().forEach(name -> day.put(name, told.number(name, 0, COUNT_MAX)));
        return day;
    }

    private static List<Map<String, Object>> each(List<Fields> parts, Function<Fields, Map<String, Object>> one) {
        var all = new ArrayList<Map<String, Object>>();
        parts.forEach(part -> all.add(one.apply(part)));
        return all;
    }

    /** Returns those of these parts that are there. */
    private static Map<String, Object> words(Fields told, String... names) {
        var words = new LinkedHashMap<String, Object>();
        for (String name : names) {
            String value = told.optionalText(name, 1, name.equals("place") ? TEXT_LENGTH_MAX : WORD_LENGTH_MAX);
            if (value != null) {
                words.put(name, value);
            }
        }
        return words;
    }
}
