package dev.kioskguard.adapter.opencv.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An ONNX network in the making (IR version 8, operator set 13, see {@code onnx.proto3}). Names are numbers in order of
 * making, so that the same calls give the same bytes.
 */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final List<ProtoWriter> nodes = new ArrayList<>();
    private final List<ProtoWriter> constants = new ArrayList<>();
    private final List<ProtoWriter> inputs = new ArrayList<>();
    private final List<ProtoWriter> outputs = new ArrayList<>();
    private int names;

    /** One attribute of an operator. */
    record Attribute(ProtoWriter written) {
        static Attribute number(String name, long value) {
            return new Attribute(
                    new ProtoWriter().text(1, name).number(3, value).number(20, 2));
        }

        static Attribute real(String name, float value) {
            return new Attribute(new ProtoWriter().text(1, name).real(2, value).number(20, 1));
        }

        static Attribute word(String name, String value) {
            return new Attribute(new ProtoWriter().text(1, name).text(4, value).number(20, 3));
        }

        static Attribute numbers(String name, int... values) {
            ProtoWriter written = new ProtoWriter().text(1, name);
            for (int value : values) {
                written.number(8, value);
            }
            return new Attribute(written.number(20, 7));
        }
    }

    /** Adds an operator with one result and returns that result's name; an empty input is one left out. */
    String add(String operator, List<String> from, Attribute... attributes) {
        String result = "v" + names++;
        addNamed(operator, from, result, attributes);
        return result;
    }

    private void addNamed(String operator, List<String> from, String result, Attribute... attributes) {
        ProtoWriter node = new ProtoWriter();
        from.forEach(input -> node.text(1, input));
        node.text(2, result).text(3, result).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.written());
        }
        nodes.add(node);
    }

    String reals(int[] shape, float... numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            raw.putFloat(number);
        }
        return constant(shape, FLOAT, raw.array());
    }

    String wholes(int... numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            raw.putLong(number);
        }
        return constant(new int[] {numbers.length}, INT64, raw.array());
    }

    void input(String name, int[] shape) {
        inputs.add(port(name, shape));
    }

    void output(String name, String from, int[] shape) {
        addNamed("Identity", List.of(from), name);
        outputs.add(port(name, shape));
    }

    byte[] toBytes() {
        ProtoWriter graph = new ProtoWriter();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, "graph");
        constants.forEach(constant -> graph.message(5, constant));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        return new ProtoWriter()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").number(2, OPERATOR_SET))
                .toBytes();
    }

    private String constant(int[] shape, int type, byte[] raw) {
        String name = "c" + names++;
        ProtoWriter written = new ProtoWriter();
        for (int side : shape) {
            written.number(1, side);
        }
        constants.add(written.number(2, type).text(8, name).bytes(9, raw));
        return name;
    }

    private static ProtoWriter port(String name, int[] shape) {
        ProtoWriter sides = new ProtoWriter();
        for (int side : shape) {
            sides.message(1, new ProtoWriter().number(1, side));
        }
        ProtoWriter tensor = new ProtoWriter().number(1, FLOAT).message(2, sides);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }
}
