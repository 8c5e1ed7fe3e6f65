package dev.kioskguard.app.draft;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values on one line of YAML, as people write them: {@code {choice: friend, text: "0109"}}. */
final class Flow {

    /** What no reader of YAML could take for anything but these words. */
    private static final Pattern PLAIN =
            Pattern.compile("[0-9]+s|[A-Za-z\\p{IsHan}][\\w\\p{IsHan}.-]*( [\\w\\p{IsHan}-]+)*");

    private static final Pattern OTHER_MEANING = Pattern.compile("(?i)null|true|false|on|off|y|n");

    private Flow() {}

    /** Returns maps in braces, lists in brackets, and texts that could mean something else in quotes. */
    static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Flow::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? scalar(text) : value.toString();
    }

    private static String scalar(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !OTHER_MEANING.matcher(text).matches();
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
