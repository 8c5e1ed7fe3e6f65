package dev.kioskguard.adapter.opencv.model.onnx;

import dev.kioskguard.adapter.opencv.model.onnx.OnnxGraph.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The operators that lay numbers out anew and compute nothing. */
final class Layouts {
    private static final int[] TO_CHANNELS_FIRST = {0, 2, 3, 1}; // where each axis of TensorFlow's goes

    private Layouts() {}

    static Value pad(GraphNode node, Translation to) {
        Value input = to.input(node, 0);
        int[] pads = to.input(node, 1).requireWholes(); // before and after, axis by axis
        int[] shape = input.shape().clone();
        int[] turned = new int[pads.length];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] += pads[2 * axis] + pads[2 * axis + 1];
            turned[TO_CHANNELS_FIRST[axis]] = pads[2 * axis];
            turned[TO_CHANNELS_FIRST[axis] + shape.length] = pads[2 * axis + 1];
        }
        String result = to.graph()
                .add("Pad", List.of(to.channelsFirst(input), to.graph().wholes(turned)));
        return Value.edge(result, shape, true);
    }

    static Value reshape(GraphNode node, Translation to) {
        Value input = to.input(node, 0);
        int[] shape = to.input(node, 1).requireWholes().clone();
        int open = -1;
        int known = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < 0) {
                open = axis;
            } else {
                known *= shape[axis];
            }
        }
        if (open >= 0) {
            shape[open] = Value.size(input.shape()) / known;
        }
        if (input.isConstant()) {
            return new Value("", shape, false, input.reals(), input.wholes());
        }
        String result =
                to.graph().add("Reshape", List.of(to.plain(input), to.graph().wholes(shape)));
        return Value.edge(result, shape, false);
    }

    static Value join(GraphNode node, Translation to) {
        int parts = node.inputs().size() - 1;
        int axis = to.input(node, parts).requireWholes()[0];
        int[] shape = to.input(node, 0).shape().clone();
        axis = Math.floorMod(axis, shape.length);
        shape[axis] = 0;
        List<String> from = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            Value part = to.input(node, i);
            shape[axis] += part.shape()[axis];
            from.add(to.plain(part));
        }
        return Value.edge(to.graph().add("Concat", from, Attribute.number("axis", axis)), shape, false);
    }

    /** One number out of a row, as {@code shape[0]} is written. */
    static Value oneOf(GraphNode node, Translation to) {
        int at = to.input(node, 1).requireWholes()[0];
        return Value.constant(new int[0], to.input(node, 0).requireWholes()[at]);
    }

    /** A row of numbers. */
    static Value pack(GraphNode node, Translation to) {
        int[] row = IntStream.range(0, node.inputs().size())
                .map(i -> to.input(node, i).requireWholes()[0])
                .toArray();
        return Value.constant(new int[] {row.length}, row);
    }
}
