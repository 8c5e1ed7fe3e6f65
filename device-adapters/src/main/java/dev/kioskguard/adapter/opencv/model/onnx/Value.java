package dev.kioskguard.adapter.opencv.model.onnx;

import org.jspecify.annotations.Nullable;

/**
 * What flows along one edge of the network, or a constant. Arrays are shared and never written.
 *
 * @param name in the ONNX graph; empty for a constant, which has none until it is used
 * @param shape as TensorFlow sees it: batch, height, width, channels
 * @param channelsFirst whether ONNX has it as batch, channels, height, width
 * @param reals the constant's numbers, where they are real
 * @param wholes the constant's numbers, where they are whole
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only, never compared
record Value(String name, int[] shape, boolean channelsFirst, float @Nullable [] reals, int @Nullable [] wholes) {

    static Value edge(String name, int[] shape, boolean channelsFirst) {
        return new Value(name, shape, channelsFirst, null, null);
    }

    static Value constant(int[] shape, float[] numbers) {
        return new Value("", shape, false, numbers, null);
    }

    static Value constant(int[] shape, int... numbers) {
        return new Value("", shape, false, null, numbers);
    }

    boolean isConstant() {
        return reals != null || wholes != null;
    }

    /** The numbers of a constant of whole numbers. */
    int[] requireWholes() {
        if (wholes == null) {
            throw new ConversionException("a constant of whole numbers is wanted, not " + this);
        }
        return wholes;
    }

    /** The numbers of a constant, as real ones. */
    float[] requireReals() {
        if (reals != null) {
            return reals;
        }
        int[] given = requireWholes();
        float[] converted = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            converted[i] = given[i];
        }
        return converted;
    }

    static int[] channelsFirst(int[] shape) {
        return new int[] {shape[0], shape[3], shape[1], shape[2]};
    }

    static int size(int[] shape) {
        int size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, side);
        }
        return size;
    }
}
