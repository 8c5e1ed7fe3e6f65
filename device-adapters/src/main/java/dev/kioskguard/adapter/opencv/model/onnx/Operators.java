package dev.kioskguard.adapter.opencv.model.onnx;

import dev.kioskguard.adapter.opencv.model.onnx.OnnxGraph.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which operator of TensorFlow becomes what in ONNX. */
final class Operators {
    private interface Rule {
        Value translate(GraphNode node, Translation to);
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("Conv2D", Convolutions::plain),
            Map.entry("_FusedConv2D", Convolutions::plain),
            Map.entry("DepthwiseConv2dNative", Convolutions::depthwise),
            Map.entry("FusedDepthwiseConv2dNative", Convolutions::depthwise),
            Map.entry("Conv2DBackpropInput", Convolutions::transposed),
            Map.entry("MaxPool", Convolutions::maxPool),
            Map.entry("Add", (node, to) -> two("Add", node, to)),
            Map.entry("AddV2", (node, to) -> two("Add", node, to)),
            Map.entry("AddN", (node, to) -> two("Add", node, to)),
            Map.entry("BiasAdd", (node, to) -> two("Add", node, to)),
            Map.entry("Sub", (node, to) -> two("Sub", node, to)),
            Map.entry("Mul", (node, to) -> two("Mul", node, to)),
            Map.entry("Relu", (node, to) -> one(node, to, "Relu")),
            Map.entry("Relu6", (node, to) -> one(node, to, "Relu6")),
            Map.entry("FusedBatchNorm", Operators::normalise),
            Map.entry("ResizeBilinear", Operators::resize),
            Map.entry("Identity", (node, to) -> to.input(node, 0)),
            Map.entry("Pad", Layouts::pad),
            Map.entry("Reshape", Layouts::reshape),
            Map.entry("ConcatV2", Layouts::join),
            Map.entry(
                    "Shape",
                    (node, to) -> Value.constant(
                            new int[] {to.input(node, 0).shape().length},
                            to.input(node, 0).shape())),
            Map.entry("StridedSlice", Layouts::oneOf),
            Map.entry("Pack", Layouts::pack));

    private Operators() {}

    static Value translate(GraphNode node, Translation to) {
        Rule rule = RULES.get(node.op());
        if (rule == null) {
            throw new ConversionException(
                    "nothing is known of the operator %s of %s".formatted(node.op(), node.name()));
        }
        return rule.translate(node, to);
    }

    /** What is done to a result at once where TensorFlow has fused it in. */
    static String activate(String activation, String input, OnnxGraph graph) {
        return switch (activation) {
            case "Relu" -> graph.add("Relu", List.of(input));
            case "Relu6" -> graph.add("Clip", List.of(input, graph.reals(new int[0], 0f), graph.reals(new int[0], 6f)));
            default -> throw new ConversionException("nothing is known of the activation " + activation);
        };
    }

    private static Value one(GraphNode node, Translation to, String activation) {
        Value input = to.input(node, 0);
        return Value.edge(activate(activation, input.name(), to.graph()), input.shape(), input.channelsFirst());
    }

    private static Value two(String operator, GraphNode node, Translation to) {
        if (node.inputs().size() != 2) {
            throw new ConversionException(node.name() + " is not of two");
        }
        Value left = to.input(node, 0);
        Value right = to.input(node, 1);
        int[] shape = left.isConstant() ? right.shape() : left.shape();
        boolean channelsFirst = left.channelsFirst() || right.channelsFirst();
        List<String> both = new ArrayList<>();
        for (Value side : List.of(left, right)) {
            both.add(channelsFirst ? to.channelsFirst(side) : to.plain(side));
        }
        return Value.edge(to.graph().add(operator, both), shape, channelsFirst);
    }

    private static Value normalise(GraphNode node, Translation to) {
        Value input = to.input(node, 0);
        List<String> all = new ArrayList<>(List.of(to.channelsFirst(input)));
        for (int i = 1; i < node.inputs().size(); i++) {
            all.add(to.plain(to.input(node, i)));
        }
        String result = to.graph().add("BatchNormalization", all, Attribute.real("epsilon", node.real("epsilon")));
        return Value.edge(result, input.shape(), true);
    }

    private static Value resize(GraphNode node, Translation to) {
        Value input = to.input(node, 0);
        int[] size = to.input(node, 1).requireWholes();
        int[] shape = {input.shape()[0], size[0], size[1], input.shape()[3]};
        if (node.flag("align_corners") || !node.flag("half_pixel_centers")) {
            throw new ConversionException(node.name() + " counts its pixels in another way");
        }
        String sizes = to.graph().wholes(Value.channelsFirst(shape));
        String result = to.graph()
                .add(
                        "Resize",
                        List.of(to.channelsFirst(input), "", "", sizes),
                        Attribute.word("mode", "linear"),
                        Attribute.word("coordinate_transformation_mode", "half_pixel"));
        return Value.edge(result, shape, true);
    }
}
