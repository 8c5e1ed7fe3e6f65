package dev.kioskguard.adapter.opencv.model.onnx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One operator of a TensorFlow.js model. Words stand there in Base64 or, with older converters, as lists of bytes. */
record GraphNode(String name, String op, List<String> inputs, JsonNode attributes) {

    GraphNode {
        inputs = List.copyOf(inputs);
    }

    int[] numbers(String attribute) {
        return attributes
                .path(attribute)
                .path("list")
                .path("i")
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    float real(String attribute) {
        return attributes.path(attribute).path("f").floatValue();
    }

    boolean flag(String attribute) {
        return attributes.path(attribute).path("b").asBoolean(false);
    }

    String word(String attribute) {
        return word(attributes.path(attribute).path("s"));
    }

    List<String> words(String attribute) {
        return attributes
                .path(attribute)
                .path("list")
                .path("s")
                .valueStream()
                .map(GraphNode::word)
                .toList();
    }

    private static String word(JsonNode written) {
        if (!written.isArray()) {
            return new String(Base64.getDecoder().decode(written.asString()), StandardCharsets.US_ASCII);
        }
        var word = new StringBuilder();
        written.forEach(letter -> word.append((char) letter.asInt()));
        return word.toString();
    }
}
