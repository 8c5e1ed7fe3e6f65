package dev.kioskguard.adapter.opencv.model.onnx;

/** Numbers of a block put into another order of its axes. */
final class Permutation {
    private Permutation() {}

    /** The numbers of {@code block}, of {@code shape}, so that axis {@code i} of the result was {@code axes[i]}. */
    static float[] of(float[] block, int[] shape, int... axes) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        int[] sides = shape(shape, axes);
        int[] at = new int[shape.length];
        float[] moved = new float[block.length];
        for (int i = 0; i < moved.length; i++) {
            int from = 0;
            for (int axis = 0; axis < axes.length; axis++) {
                from += at[axis] * strides[axes[axis]];
            }
            moved[i] = block[from];
            advance(at, sides);
        }
        return moved;
    }

    static int[] shape(int[] shape, int... axes) {
        int[] sides = new int[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            sides[axis] = shape[axes[axis]];
        }
        return sides;
    }

    private static void advance(int[] at, int[] sides) {
        for (int axis = at.length - 1; axis >= 0; axis--) {
            if (++at[axis] < sides[axis]) {
                return;
            }
            at[axis] = 0;
        }
    }
}
