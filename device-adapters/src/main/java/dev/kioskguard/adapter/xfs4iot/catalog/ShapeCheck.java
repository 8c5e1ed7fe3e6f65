package dev.kioskguard.adapter.xfs4iot.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One walk through a payload beside its shape. */
final class ShapeCheck {

    /** Longer texts are not held against a pattern: no field that has one is longer, and patterns cost time. */
    private static final int PATTERN_CHARS_MAX = 1024;

    private static final int PATH_CHARS_MAX = 200;

    private final List<Problem> found;

    ShapeCheck(List<Problem> found) {
        this.found = found;
    }

    void check(Shape shape, JsonNode value, String path) {
        if (found.size() >= MessageCheck.PROBLEMS_MAX || value.isNull() || shape instanceof Shape.Anything) {
            return;
        }
        if (shape instanceof Shape.Fields fields) {
            fields(fields, value, path);
        } else if (shape instanceof Shape.Table table) {
            table(table, value, path);
        } else if (shape instanceof Shape.Items items) {
            items(items, value, path);
        } else {
            String reason = leaf(shape, value);
            if (reason != null) {
                add(isRightType(shape, value) ? Problem.Kind.VALUE : Problem.Kind.STRUCTURE, path, reason);
            }
        }
    }

    private void fields(Shape.Fields shape, JsonNode value, String path) {
        if (!value.isObject()) {
            add(Problem.Kind.STRUCTURE, path, "is no object");
            return;
        }
        shape.required().stream()
                .filter(name -> !value.hasNonNull(name))
                .sorted()
                .forEach(name -> add(Problem.Kind.STRUCTURE, path + "." + name, "is missing"));
        value.properties().forEach(entry -> {
            String at = path + "." + entry.getKey();
            Shape field = shape.fields().get(entry.getKey());
            if (field == null) {
                add(Problem.Kind.UNKNOWN_FIELD, at, "is no field the standard has");
            } else {
                check(field, entry.getValue(), at);
            }
        });
    }

    private void table(Shape.Table shape, JsonNode value, String path) {
        if (!value.isObject()) {
            add(Problem.Kind.STRUCTURE, path, "is no object");
            return;
        }
        value.properties().forEach(entry -> check(shape.value(), entry.getValue(), path + "." + entry.getKey()));
    }

    private void items(Shape.Items shape, JsonNode value, String path) {
        if (!value.isArray()) {
            add(Problem.Kind.STRUCTURE, path, "is no list");
            return;
        }
        for (int i = 0; i < value.size() && found.size() < MessageCheck.PROBLEMS_MAX; i++) {
            check(shape.item(), value.get(i), "%s[%d]".formatted(path, i));
        }
    }

    private static @Nullable String leaf(Shape shape, JsonNode value) {
        if (shape instanceof Shape.Truth) {
            return value.isBoolean() ? null : "is neither true nor false";
        }
        if (shape instanceof Shape.Whole whole) {
            boolean inRange = value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.longValue() >= whole.min()
                    && value.longValue() <= whole.max();
            return inRange ? null : "is no whole number in its range";
        }
        if (!value.isString()) {
            return "is no text";
        }
        String text = value.stringValue();
        if (shape instanceof Shape.Words words) {
            return words.words().contains(text) ? null : "is none of " + words.words();
        }
        if (shape instanceof Shape.Text pattern) {
            return matches(pattern, text) ? null : "does not match " + pattern.pattern();
        }
        return isBase64(text) ? null : "is no base64 with padding";
    }

    private static boolean isRightType(Shape shape, JsonNode value) {
        if (shape instanceof Shape.Whole) {
            return value.isIntegralNumber() && value.canConvertToLong();
        }
        // Broken base64 cannot be worked with at all, unlike a word that is not on the list.
        return value.isString() && !(shape instanceof Shape.Truth) && !(shape instanceof Shape.Base64);
    }

    private static boolean matches(Shape.Text shape, String text) {
        String pattern = shape.pattern().pattern();
        return pattern.isEmpty()
                || (text.length() <= PATTERN_CHARS_MAX
                        && shape.pattern().matcher(text).find());
    }

    /** By hand, because the standard's pattern repeats a group and would overflow the stack on a picture. */
    private static boolean isBase64(String text) {
        int length = text.length();
        if (length == 0 || length % 4 != 0) {
            return false;
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        for (int i = 0; i < length - padding; i++) {
            char c = text.charAt(i);
            boolean ok =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
            if (!ok) {
                return false;
            }
        }
        return true;
    }

    private void add(Problem.Kind kind, String path, String reason) {
        if (found.size() < MessageCheck.PROBLEMS_MAX) {
            found.add(new Problem(kind, path.substring(0, Math.min(path.length(), PATH_CHARS_MAX)), reason));
        }
    }
}
