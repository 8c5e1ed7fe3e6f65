package dev.kioskguard.adapter.opencv.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network as TensorFlow.js keeps it: operators by name in JSON, and the numbers of its constants in one block. */
final class GraphModel {
    private final Map<String, GraphNode> nodes = new HashMap<>();
    private final Map<String, Value> weights = new HashMap<>();

    private GraphModel() {}

    /**
     * Reads a model.
     *
     * @param json the model file
     * @param numbers its weight files, one behind the other
     */
    static GraphModel read(byte[] json, byte[] numbers) {
        JsonNode root = new JsonMapper().readTree(json);
        var model = new GraphModel();
        for (JsonNode node : root.path("modelTopology").path("node")) {
            List<String> inputs =
                    node.path("input").valueStream().map(JsonNode::asString).toList();
            String name = node.path("name").asString();
            model.nodes.put(name, new GraphNode(name, node.path("op").asString(), inputs, node.path("attr")));
        }
        ByteBuffer rest = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode group : root.path("weightsManifest")) {
            for (JsonNode weight : group.path("weights")) {
                model.weights.put(weight.path("name").asString(), weight(weight, rest));
            }
        }
        if (rest.hasRemaining()) {
            throw new ConversionException(rest.remaining() + " bytes of weights belong to nothing");
        }
        return model;
    }

    GraphNode node(String name) {
        GraphNode found = nodes.get(name);
        if (found == null) {
            throw new ConversionException("the network has no " + name);
        }
        return found;
    }

    Value weight(String name) {
        Value found = weights.get(name);
        if (found == null) {
            throw new ConversionException("the network has no numbers for " + name);
        }
        return found;
    }

    private static Value weight(JsonNode weight, ByteBuffer rest) {
        int[] shape =
                weight.path("shape").valueStream().mapToInt(JsonNode::asInt).toArray();
        int size = Value.size(shape);
        String kept = weight.path("quantization")
                .path("dtype")
                .asString(weight.path("dtype").asString());
        if (kept.equals("int32")) {
            int[] wholes = new int[size];
            for (int i = 0; i < size; i++) {
                wholes[i] = rest.getInt();
            }
            return Value.constant(shape, wholes);
        }
        float[] reals = new float[size];
        for (int i = 0; i < size; i++) {
            reals[i] = switch (kept) {
                case "float32" -> rest.getFloat();
                case "float16" -> half(rest.getShort());
                default -> throw new ConversionException("weights are kept as " + kept);
            };
        }
        return Value.constant(shape, reals);
    }

    /** An IEEE 754 half; Java has this only from version 20. */
    static float half(short bits) {
        int exponent = bits >>> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size = switch (exponent) {
            case 0 -> Math.scalb((float) fraction, -24);
            case 0x1F -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
        };
        return bits < 0 ? -size : size;
    }
}
