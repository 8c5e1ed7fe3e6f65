package dev.kioskguard.web.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One JSON object that is walked by dotted path and remembers which paths were asked for. Not threadsafe. */
final class FieldTree {

    private static final int NAME_SHOWN_MAX = 40;

    private final JsonNode root;
    private final String prefix;
    private final Set<String> known = new HashSet<>();

    FieldTree(JsonNode root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /** Returns the object at a path as a tree of its own, whose messages still tell the whole path. */
    FieldTree part(String path, JsonNode node) {
        return new FieldTree(node, prefix + path + ".");
    }

    /** Returns what is at a path, or null where nothing or JSON null is. */
    @Nullable
    JsonNode find(String path) {
        known.add(path);
        JsonNode node = root;
        String walked = "";
        for (String name : path.split("\\.", -1)) {
            if (node.isNull()) {
                return null;
            }
            if (!node.isObject()) {
                throw wrong(walked, "an object");
            }
            node = node.get(name);
            if (node == null) {
                return null;
            }
            walked = walked.isEmpty() ? name : walked + "." + name;
        }
        return node.isNull() ? null : node;
    }

    void refuseUnknown() {
        refuseUnknown(root, "");
    }

    private void refuseUnknown(JsonNode node, String above) {
        for (var property : node.properties()) {
            String path = above + property.getKey();
            if (known.contains(path)) {
                continue;
            }
            String below = path + ".";
            if (known.stream().noneMatch(asked -> asked.startsWith(below))) {
                throw Problem.unprocessable("%s is no field of this call; leave it out (known here: %s)"
                                .formatted(prefix + printable(path), String.join(", ", new TreeSet<>(known))))
                        .asException();
            }
            refuseUnknown(property.getValue(), below);
        }
    }

    /** Returns a node as a text without control characters and, from one character on, not blank. */
    String text(String path, JsonNode node, int lengthMin, int lengthMax) {
        String text = node.isString() ? node.stringValue() : null;
        if (text == null
                || text.length() < lengthMin
                || text.length() > lengthMax
                || (lengthMin > 0 && text.isBlank())
                || text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(path, textWanted(lengthMin, lengthMax));
        }
        return text;
    }

    List<String> texts(String path, int countMin, int countMax, int lengthMax) {
        JsonNode node = find(path);
        String wanted = "a list of %d to %d texts of 1 to %d characters".formatted(countMin, countMax, lengthMax);
        if (node == null) {
            throw missing(path, wanted);
        }
        if (!node.isArray() || node.size() < countMin || node.size() > countMax) {
            throw wrong(path, wanted);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            texts.add(text(path + "[" + i + "]", node.get(i), 1, lengthMax));
        }
        return List.copyOf(texts);
    }

    List<FieldTree> parts(String path, int countMax) {
        JsonNode node = find(path);
        String wanted = "a list of at most %d objects".formatted(countMax);
        if (node == null) {
            throw missing(path, wanted);
        }
        if (!node.isArray() || node.size() > countMax || !node.valueStream().allMatch(JsonNode::isObject)) {
            throw wrong(path, wanted);
        }
        List<FieldTree> parts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            parts.add(part(path + "[" + i + "]", node.get(i)));
        }
        return List.copyOf(parts);
    }

    static String textWanted(int lengthMin, int lengthMax) {
        return "a text of %d to %d printable characters".formatted(lengthMin, lengthMax);
    }

    ProblemException missing(String path, String wanted) {
        return Problem.unprocessable(prefix + path + " is missing; give " + wanted)
                .asException();
    }

    ProblemException wrong(String path, String wanted) {
        return Problem.unprocessable(prefix + path + " must be " + wanted).asException();
    }

    /** A stranger's field name, fit for a message: short and without anything that could disturb a terminal. */
    private static String printable(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}_.\\-]", "?");
        return safe.length() <= NAME_SHOWN_MAX ? safe : safe.substring(0, NAME_SHOWN_MAX) + "…";
    }
}
