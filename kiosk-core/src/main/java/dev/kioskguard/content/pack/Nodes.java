package dev.kioskguard.content.pack;

import dev.kioskguard.content.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Nodes that have been checked, as values. */
final class Nodes {

    private Nodes() {}

    static Text text(JsonNode node) {
        return new Text(node.path("zh").asString(), node.path("en").asString());
    }

    static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return map;
    }

    static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
        return PackRules.stream(node).map(read).toList();
    }

    static <T> Set<T> set(JsonNode node, Function<JsonNode, T> read) {
        return PackRules.stream(node).map(read).collect(Collectors.toUnmodifiableSet());
    }
}
