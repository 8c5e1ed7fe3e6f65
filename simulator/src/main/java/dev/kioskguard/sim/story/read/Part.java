package dev.kioskguard.sim.story.read;

import com.networknt.schema.utils.JsonNodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * A part of a story's file that knows where it stands.
 *
 * @param line of the part itself, or of the nearest thing around it that has one
 * @param name how a complaint calls it
 */
record Part(Path file, JsonNode node, int line, String name) {

    Part child(JsonNode below, String called) {
        return new Part(file, below, line(below), called);
    }

    private int line(JsonNode below) {
        try {
            TokenStreamLocation at = JsonNodes.tokenStreamLocationOf(below);
            return at == null ? line : at.getLineNr();
        } catch (IllegalArgumentException unknown) {
            // Nothing at all behind a colon has no place of its own: it stands where its key does.
            return line;
        }
    }

    StoryInvalidException wrong(String instead) {
        return new StoryInvalidException("%s:%d: %s: %s".formatted(file, line, name, instead));
    }

    /** Refuses every key but these. */
    Part onlyWith(String... keys) {
        if (!node.isObject()) {
            throw wrong("write keys and values, out of " + String.join(", ", keys));
        }
        Set<String> known = Set.of(keys);
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw child(entry.getValue(), name)
                        .wrong("'%s' is no key of this place; write one of %s"
                                .formatted(entry.getKey(), String.join(", ", keys)));
            }
        }
        return this;
    }

    Optional<Part> get(String key) {
        JsonNode below = node.get(key);
        return below == null || below.isNull() ? Optional.empty() : Optional.of(child(below, key));
    }

    Part require(String key, String wanted) {
        return get(key).orElseThrow(() -> wrong("'%s' is missing; write %s".formatted(key, wanted)));
    }

    List<Part> list() {
        if (!node.isArray()) {
            throw wrong("write a list, each item on a line that begins with '- '");
        }
        var all = new ArrayList<Part>();
        node.forEach(item -> all.add(child(item, name)));
        return all;
    }

    /** Returns a word, quoted or not: {@code yes}, {@code 0123} and {@code true} are words here too. */
    String word() {
        if (!node.isValueNode() || node.isNull() || node.asString().isBlank()) {
            throw wrong("write a word");
        }
        return node.asString();
    }

    String sentence() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("write a sentence");
        }
        return node.stringValue().strip();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("write true or false");
        }
        return node.booleanValue();
    }

    String oneOf(Set<String> words) {
        String word = word();
        if (!words.contains(word)) {
            throw wrong("'%s' is none of %s".formatted(word, String.join(", ", new TreeSet<>(words))));
        }
        return word;
    }

    <T> T oneOf(T[] values, Function<T, String> words) {
        String word = word();
        return Arrays.stream(values)
                .filter(value -> words.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("'%s' is none of %s"
                        .formatted(
                                word,
                                String.join(
                                        ", ", Arrays.stream(values).map(words).toList()))));
    }

    Duration span() {
        return Spans.read(word()).orElseThrow(() -> wrong("write a time such as PT5S, 5s, 30m or 24h"));
    }

    @Nullable
    Duration spanAt(String key) {
        return get(key).map(Part::span).orElse(null);
    }

    /** Returns how often, once where nothing is said. */
    int countAt(String key) {
        String word = wordAt(key);
        if (word != null && !word.matches("[1-9][0-9]?")) {
            throw wrong("'%s' is how often: write 1 to 99".formatted(key));
        }
        return word == null ? 1 : Integer.parseInt(word);
    }

    @Nullable
    String wordAt(String key) {
        return get(key).map(Part::word).orElse(null);
    }
}
