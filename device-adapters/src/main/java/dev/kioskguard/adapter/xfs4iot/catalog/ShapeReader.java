package dev.kioskguard.adapter.xfs4iot.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The catalog's short hand for shapes.
 *
 * <p>An object is fields, or a table where its one field is {@code *}; a field that must be there ends in {@code !}; a
 * list of one is a list; anything else is a word: {@code boolean}, {@code integer 0..15}, {@code text ^pattern$},
 * {@code enum a|b}, {@code base64}, {@code any}.
 */
final class ShapeReader {

    private static final String ANY_NAME = "*";

    private ShapeReader() {}

    static Shape read(JsonNode source) {
        if (source.isObject()) {
            JsonNode value = source.get(ANY_NAME);
            return value != null ? new Shape.Table(read(value)) : fields(source);
        }
        if (source.isArray()) {
            return new Shape.Items(read(source.get(0)));
        }
        return word(source.stringValue());
    }

    private static Shape fields(JsonNode source) {
        Map<String, Shape> fields = new HashMap<>();
        Set<String> required = new HashSet<>();
        source.properties().forEach(entry -> {
            String name = entry.getKey();
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                required.add(name);
            }
            fields.put(name, read(entry.getValue()));
        });
        return new Shape.Fields(fields, required);
    }

    private static Shape word(String source) {
        int space = source.indexOf(' ');
        String word = space < 0 ? source : source.substring(0, space);
        String rest = space < 0 ? "" : source.substring(space + 1);
        return switch (word) {
            case "boolean" -> new Shape.Truth();
            case "base64" -> new Shape.Base64();
            case "text" -> new Shape.Text(Pattern.compile(rest));
            case "enum" -> new Shape.Words(List.of(rest.split("\\|")));
            case "integer" -> whole(rest);
            case "any" -> new Shape.Anything();
            default -> throw new IllegalStateException("the catalog has no shape called " + word);
        };
    }

    private static Shape whole(String range) {
        if (range.isEmpty()) {
            return new Shape.Whole(-Shape.NO_LIMIT, Shape.NO_LIMIT);
        }
        String[] ends = range.split("\\.\\.", -1);
        return new Shape.Whole(
                ends[0].isEmpty() ? -Shape.NO_LIMIT : Long.parseLong(ends[0]),
                ends[1].isEmpty() ? Shape.NO_LIMIT : Long.parseLong(ends[1]));
    }
}
