package dev.kioskguard.adapter.xfs4iot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Our shapes beside those of the reference's list, which writes them in a way of its own. */
final class ReferenceShapes {

    private ReferenceShapes() {}

    /** Compares a shape, {@code cut} where ours may have fewer fields than theirs. */
    static void agree(String at, Shape ours, JsonNode theirs, boolean cut) {
        agree(at, ours, theirs, theirs, cut);
    }

    /** The reference puts ranges and patterns beside a type, also where they hold for the items of a list. */
    private static void agree(String at, Shape ours, JsonNode type, JsonNode limits, boolean cut) {
        if (type.has("object")) {
            fields(at, (Shape.Fields) ours, type.get("object"), cut);
        } else if (type.has("enum")) {
            assertThat(((Shape.Words) ours).words())
                    .as(at)
                    .isEqualTo(StreamSupport.stream(type.get("enum").spliterator(), false)
                            .map(JsonNode::stringValue)
                            .toList());
        } else if (type.has("arrayOf")) {
            agree(at + "[]", ((Shape.Items) ours).item(), type.get("arrayOf"), limits, cut);
        } else if (type.has("mapOf")) {
            agree(at + ".*", ((Shape.Table) ours).value(), type.get("mapOf"), limits, cut);
        } else {
            leaf(at, ours, type.stringValue(), limits);
        }
    }

    private static void fields(String at, Shape.Fields ours, JsonNode theirs, boolean cut) {
        Set<String> names = new HashSet<>(theirs.propertyNames());
        if (cut) {
            assertThat(names).as(at).containsAll(ours.fields().keySet());
        } else {
            assertThat(ours.fields().keySet()).as(at).isEqualTo(names);
        }
        ours.fields().forEach((name, shape) -> {
            JsonNode field = theirs.get(name);
            agree(at + "." + name, shape, field.get("type"), field, cut);
        });
    }

    private static void leaf(String at, Shape ours, String type, JsonNode limits) {
        switch (type) {
            case "boolean" -> assertThat(ours).as(at).isInstanceOf(Shape.Truth.class);
            case "base64" -> assertThat(ours).as(at).isInstanceOf(Shape.Base64.class);
            case "any" -> assertThat(ours).as(at).isInstanceOf(Shape.Anything.class);
            case "integer" ->
                assertThat(ours)
                        .as(at)
                        .isEqualTo(new Shape.Whole(
                                limits.has("minimum") ? limits.get("minimum").longValue() : -Shape.NO_LIMIT,
                                limits.has("maximum") ? limits.get("maximum").longValue() : Shape.NO_LIMIT));
            case "string" ->
                assertThat(((Shape.Text) ours).pattern().pattern())
                        .as(at)
                        .isEqualTo(limits.has("pattern") ? limits.get("pattern").stringValue() : "");
            default -> throw new AssertionError(at + " has the type " + type);
        }
    }
}
