package dev.kioskguard.web.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON body, read by dotted path; a refusal names the path and never repeats what was sent.
 * Every path that is asked for becomes known, and {@link #done} refuses what is left. Not threadsafe.
 */
public final class Fields {

    private final FieldTree tree;

    private Fields(FieldTree tree) {
        this.tree = tree;
    }

    /**
     * Reads the body of a request.
     *
     * @throws ProblemException 415 for another media type, 400 for what is no JSON object
     */
    public static Fields of(Context ctx) {
        String type = ctx.contentType();
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(Json.MEDIA_TYPE)) {
            throw Problem.unsupportedType("send the body with Content-Type: application/json")
                    .asException();
        }
        return of(ctx.bodyAsBytes());
    }

    /**
     * Reads a body that came some other way than in a request.
     *
     * @throws ProblemException 400 for what is no JSON object
     */
    public static Fields of(byte[] body) {
        JsonNode node;
        try {
            node = Json.read(body);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            String where = at == null || at.getLineNr() < 1
                    ? ""
                    : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            throw Problem.malformed("the body is no JSON that is accepted here" + where
                            + "; send one object in UTF-8, each name once, at most " + Json.DEPTH_MAX + " deep")
                    .asException();
        }
        if (node == null || !node.isObject()) {
            throw Problem.malformed("the body must be one JSON object, such as {}")
                    .asException();
        }
        return new Fields(new FieldTree(node, ""));
    }

    /** Says whether a field is there and not null. */
    public boolean has(String path) {
        return tree.find(path) != null;
    }

    /** A text of so many characters (UTF-16), without control characters and, from one on, not blank. */
    public String text(String path, int lengthMin, int lengthMax) {
        return given(path, optionalText(path, lengthMin, lengthMax), FieldTree.textWanted(lengthMin, lengthMax));
    }

    public @Nullable String optionalText(String path, int lengthMin, int lengthMax) {
        JsonNode node = tree.find(path);
        return node == null ? null : tree.text(path, node, lengthMin, lengthMax);
    }

    /** A whole number; 1.0 and 1e3 are none. */
    public long number(String path, long min, long max) {
        return given(path, optionalNumber(path, min, max), "a whole number from %d to %d".formatted(min, max));
    }

    public @Nullable Long optionalNumber(String path, long min, long max) {
        JsonNode node = tree.find(path);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw tree.wrong(path, "a whole number from %d to %d".formatted(min, max));
        }
        return node.longValue();
    }

    public @Nullable Double optionalDecimal(String path, double min, double max) {
        JsonNode node = tree.find(path);
        if (node == null) {
            return null;
        }
        if (!node.isNumber() || !(node.doubleValue() >= min && node.doubleValue() <= max)) {
            throw tree.wrong(path, "a number from %s to %s".formatted(min, max));
        }
        return node.doubleValue();
    }

    public boolean bool(String path) {
        return given(path, optionalBoolean(path), "true or false");
    }

    public @Nullable Boolean optionalBoolean(String path) {
        JsonNode node = tree.find(path);
        if (node != null && !node.isBoolean()) {
            throw tree.wrong(path, "true or false");
        }
        return node == null ? null : node.booleanValue();
    }

    /** One of some words, as what it stands for. */
    public <T> T choice(String path, Map<String, T> words) {
        return given(path, optionalChoice(path, words), "one of " + new TreeSet<>(words.keySet()));
    }

    public <T> @Nullable T optionalChoice(String path, Map<String, T> words) {
        JsonNode node = tree.find(path);
        if (node == null) {
            return null;
        }
        T chosen = node.isString() ? words.get(node.stringValue()) : null;
        if (chosen == null) {
            throw tree.wrong(path, "one of " + new TreeSet<>(words.keySet()));
        }
        return chosen;
    }

    /** A span of time in ISO 8601, such as PT25S, from nothing to a limit. */
    public @Nullable Duration optionalDuration(String path, Duration max) {
        String text = optionalText(path, 1, 40);
        if (text == null) {
            return null;
        }
        try {
            Duration span = Duration.parse(text);
            if (!span.isNegative() && span.compareTo(max) <= 0) {
                return span;
            }
        } catch (DateTimeParseException notIso) {
            // Told below, in the same words as a span that is too long.
        }
        throw tree.wrong(path, "an ISO 8601 duration from PT0S to " + max);
    }

    /** A list of short texts, such as keys. */
    public List<String> texts(String path, int countMax, int lengthMax) {
        return texts(path, 1, countMax, lengthMax);
    }

    /** Like {@link #texts(String, int, int)}, with a least number of them, which may be none. */
    public List<String> texts(String path, int countMin, int countMax, int lengthMax) {
        return tree.texts(path, countMin, countMax, lengthMax);
    }

    /** Returns the objects of a list, which may be empty; each is to be taken apart and finished by itself. */
    public List<Fields> parts(String path, int countMax) {
        return tree.parts(path, countMax).stream().map(Fields::new).toList();
    }

    /** The fields of an object inside; {@link #done} of the outer one does not look into it, call that of the inner. */
    public Fields part(String path) {
        JsonNode node = tree.find(path);
        if (node == null) {
            throw tree.missing(path, "an object");
        }
        if (!node.isObject()) {
            throw tree.wrong(path, "an object");
        }
        return new Fields(tree.part(path, node));
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException 422 naming a field that nobody asked for
     */
    public void done() {
        tree.refuseUnknown();
    }

    private <T> T given(String path, @Nullable T value, String wanted) {
        if (value == null) {
            throw tree.missing(path, wanted);
        }
        return value;
    }
}
