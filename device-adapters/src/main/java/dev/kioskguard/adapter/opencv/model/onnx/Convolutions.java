package dev.kioskguard.adapter.opencv.model.onnx;

import dev.kioskguard.adapter.opencv.model.onnx.OnnxGraph.Attribute;
import java.util.List;

/** The operators that slide a window over a picture. */
final class Convolutions {
    private static final int HEIGHT = 1;
    private static final int WIDTH = 2;

    private Convolutions() {}

    static Value plain(GraphNode node, Translation to) {
        Value filter = to.input(node, 1);
        int[] shape = filter.shape(); // height, width, in, out
        String weights = to.graph()
                .reals(Permutation.shape(shape, 3, 2, 0, 1), Permutation.of(filter.requireReals(), shape, 3, 2, 0, 1));
        return slide(node, to, shape, weights, shape[3], 1);
    }

    static Value depthwise(GraphNode node, Translation to) {
        Value filter = to.input(node, 1);
        int[] shape = filter.shape(); // height, width, in, times
        int channels = shape[2] * shape[3];
        String weights = to.graph()
                .reals(
                        new int[] {channels, 1, shape[0], shape[1]},
                        Permutation.of(filter.requireReals(), shape, 2, 3, 0, 1));
        return slide(node, to, shape, weights, channels, shape[2]);
    }

    private static Value slide(GraphNode node, Translation to, int[] kernel, String weights, int channels, int group) {
        Value input = to.input(node, 0);
        var window = Window.of(node, kernel[0], kernel[1], input.shape());
        List<String> fused = node.words("fused_ops");
        boolean biased = fused.contains("BiasAdd");
        List<String> from = biased
                ? List.of(to.channelsFirst(input), weights, to.plain(to.input(node, 2)))
                : List.of(to.channelsFirst(input), weights);
        String result = to.graph()
                .add(
                        "Conv",
                        from,
                        Attribute.numbers("kernel_shape", kernel[0], kernel[1]),
                        Attribute.numbers("strides", window.strideDown, window.strideAcross),
                        Attribute.numbers("dilations", window.dilation, window.dilation),
                        Attribute.number("group", group),
                        Attribute.numbers("pads", window.pads));
        for (String activation : fused) {
            result = activation.equals("BiasAdd") ? result : Operators.activate(activation, result, to.graph());
        }
        return Value.edge(result, new int[] {input.shape()[0], window.high, window.wide, channels}, true);
    }

    static Value transposed(GraphNode node, Translation to) {
        int[] shape = to.input(node, 0).requireWholes();
        Value filter = to.input(node, 1);
        int[] kernel = filter.shape(); // height, width, out, in
        Value input = to.input(node, 2);
        int[] strides = node.numbers("strides");
        for (int axis : new int[] {HEIGHT, WIDTH}) {
            if ((input.shape()[axis] - 1) * strides[axis] + kernel[axis - 1] != shape[axis]) {
                throw new ConversionException(node.name() + " would need padding");
            }
        }
        String weights = to.graph()
                .reals(
                        Permutation.shape(kernel, 3, 2, 0, 1),
                        Permutation.of(filter.requireReals(), kernel, 3, 2, 0, 1));
        String result = to.graph()
                .add(
                        "ConvTranspose",
                        List.of(to.channelsFirst(input), weights),
                        Attribute.numbers("kernel_shape", kernel[0], kernel[1]),
                        Attribute.numbers("strides", strides[HEIGHT], strides[WIDTH]));
        return Value.edge(result, shape, true);
    }

    static Value maxPool(GraphNode node, Translation to) {
        Value input = to.input(node, 0);
        int[] kernel = node.numbers("ksize");
        var window = Window.of(node, kernel[HEIGHT], kernel[WIDTH], input.shape());
        String result = to.graph()
                .add(
                        "MaxPool",
                        List.of(to.channelsFirst(input)),
                        Attribute.numbers("kernel_shape", kernel[HEIGHT], kernel[WIDTH]),
                        Attribute.numbers("strides", window.strideDown, window.strideAcross),
                        Attribute.numbers("pads", window.pads));
        return Value.edge(result, new int[] {input.shape()[0], window.high, window.wide, input.shape()[3]}, true);
    }

    /** How a window moves: strides, one dilation, pads as ONNX lists them, and the size of what comes out. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read only, never compared
    private record Window(int strideDown, int strideAcross, int dilation, int[] pads, int high, int wide) {

        static Window of(GraphNode node, int kernelHigh, int kernelWide, int[] input) {
            int[] strides = node.numbers("strides");
            int[] dilations = node.numbers("dilations");
            int dilation = dilations.length == 0 ? 1 : dilations[HEIGHT];
            boolean same = node.word("padding").equals("SAME");
            int[] down = side(input[HEIGHT], (kernelHigh - 1) * dilation + 1, strides[HEIGHT], same);
            int[] across = side(input[WIDTH], (kernelWide - 1) * dilation + 1, strides[WIDTH], same);
            int[] pads = {down[0], across[0], down[1], across[1]};
            return new Window(strides[HEIGHT], strides[WIDTH], dilation, pads, down[2], across[2]);
        }

        /** Along one side: the pad before, the pad after, and how many results there are. */
        private static int[] side(int input, int kernel, int stride, boolean same) {
            if (!same) {
                return new int[] {0, 0, (input - kernel) / stride + 1};
            }
            int results = (input + stride - 1) / stride;
            int pad = Math.max(0, (results - 1) * stride + kernel - input);
            return new int[] {pad / 2, pad - pad / 2, results};
        }
    }
}
