package dev.kioskguard.adapter.opencv.model.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a TensorFlow.js model becoming ONNX, from its outputs back to its one input. What has four axes is kept
 * with the channels first from end to end, as ONNX wants it; only where numbers are laid out anew are they turned back.
 */
final class Translation {
    private final GraphModel model;
    private final OnnxGraph graph;
    private final Map<String, Value> known = new HashMap<>();

    Translation(GraphModel model, OnnxGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    OnnxGraph graph() {
        return graph;
    }

    /** Lets the network begin at the operator {@code name}; the ONNX input is {@code "input"}, channels first. */
    void beginAt(String name, int[] shape) {
        graph.input("input", Value.channelsFirst(shape));
        known.put(name, Value.edge("input", shape, true));
    }

    /** Lets the result of the operator {@code name} be an output, as TensorFlow lays it out. */
    void endAt(String name, String output) {
        Value result = value(name);
        graph.output(output, plain(result), result.shape());
    }

    Value value(String name) {
        Value found = known.get(name);
        if (found == null) {
            GraphNode node = model.node(name);
            found = node.op().equals("Const") ? model.weight(name) : Operators.translate(node, this);
            known.put(name, found);
        }
        return found;
    }

    Value input(GraphNode node, int index) {
        return value(node.inputs().get(index));
    }

    /** The ONNX name of {@code value}, laid out as TensorFlow has it. */
    String plain(Value value) {
        if (value.isConstant()) {
            return graph.reals(value.shape(), value.requireReals());
        }
        return value.channelsFirst()
                ? graph.add("Transpose", List.of(value.name()), OnnxGraph.Attribute.numbers("perm", 0, 2, 3, 1))
                : value.name();
    }

    /** The ONNX name of {@code value}, channels first; a constant of fewer axes is one that is spread over them. */
    String channelsFirst(Value value) {
        if (value.isConstant()) {
            int[] four = new int[] {1, 1, 1, 1};
            int given = value.shape().length;
            System.arraycopy(value.shape(), 0, four, four.length - given, given);
            float[] turned = Permutation.of(value.requireReals(), four, 0, 3, 1, 2);
            return graph.reals(Value.channelsFirst(four), turned);
        }
        if (value.channelsFirst()) {
            return value.name();
        }
        if (value.shape().length != 4) {
            throw new ConversionException("no channels to put first in " + Arrays.toString(value.shape()));
        }
        return graph.add("Transpose", List.of(value.name()), OnnxGraph.Attribute.numbers("perm", 0, 3, 1, 2));
    }
}
