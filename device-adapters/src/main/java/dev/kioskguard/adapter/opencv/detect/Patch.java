package dev.kioskguard.adapter.opencv.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Squares cut out of frames, brought to the size and the numbers that a network wants. What lies outside the frame is
 * black. Confined to one thread; the native memory is its own until it is closed.
 */
final class Patch implements AutoCloseable {
    private static final int CHANNELS = 3;

    private final int side;
    private final double scale;
    private final double offset;
    private final Mat small;
    private final Mat reduced = new Mat();
    private final Mat plane;
    private final Mat[] planes = new Mat[CHANNELS];
    private final FloatPointer numbers;
    private final Scalar black = new Scalar(0);

    /**
     * @param side of the network's picture, in pixels
     * @param to where its numbers go, as red, green and blue planes
     * @param scale by which each of 0 to 255 is multiplied
     * @param offset what is added then
     */
    Patch(int side, FloatBuffer to, double scale, double offset) {
        this.side = side;
        this.scale = scale;
        this.offset = offset;
        this.small = new Mat(side, side, CV_8UC3);
        this.plane = new Mat(side, side, CV_8UC1);
        this.numbers = new FloatPointer(to);
        for (int colour = 0; colour < CHANNELS; colour++) {
            planes[colour] = new Mat(side, side, CV_32FC1, numbers.getPointer((long) colour * side * side));
        }
    }

    /** Cuts {@code square} out of {@code frame}. */
    void cut(Mat frame, Square square) {
        double pixels = side / square.side();
        int left = (int) Math.max(0, Math.floor(square.left()));
        int top = (int) Math.max(0, Math.floor(square.top()));
        int right = (int) Math.min(frame.cols(), Math.ceil(square.left() + square.side()));
        int bottom = (int) Math.min(frame.rows(), Math.ceil(square.top() + square.side()));
        small.put(black);
        if (right > left && bottom > top) {
            int toLeft = clamp((left - square.left()) * pixels, side - 1);
            int toTop = clamp((top - square.top()) * pixels, side - 1);
            int wide = Math.max(1, clamp((right - left) * pixels, side - toLeft));
            int high = Math.max(1, clamp((bottom - top) * pixels, side - toTop));
            try (var from = new Rect(left, top, right - left, bottom - top);
                    var to = new Rect(toLeft, toTop, wide, high);
                    var source = new Mat(frame, from);
                    var target = new Mat(small, to)) {
                bring(source, target, (int) (1 / pixels));
            }
        }
        for (int colour = 0; colour < CHANNELS; colour++) {
            extractChannel(small, plane, CHANNELS - 1 - colour); // OpenCV's order is blue, green, red
            plane.convertTo(planes[colour], CV_32FC1, scale, offset);
        }
    }

    /** Makes a picture smaller by a whole number first, which is many times as fast, and then by what is left. */
    private void bring(Mat source, Mat target, int steps) {
        if (steps < 1) {
            resize(source, target, target.size(), 0, 0, INTER_LINEAR);
            return;
        }
        int wide = Math.max(1, source.cols() / steps);
        int high = Math.max(1, source.rows() / steps);
        try (var whole = new Rect(0, 0, Math.min(source.cols(), wide * steps), Math.min(source.rows(), high * steps));
                var even = new Mat(source, whole);
                var size = new Size(wide, high)) {
            resize(even, reduced, size, 0, 0, INTER_AREA);
        }
        resize(reduced, target, target.size(), 0, 0, INTER_LINEAR);
    }

    private static int clamp(double value, int max) {
        return (int) Math.max(0, Math.min(max, Math.round(value)));
    }

    @Override
    public void close() {
        for (Mat colour : planes) {
            colour.close();
        }
        numbers.close();
        plane.close();
        reduced.close();
        small.close();
        black.close();
    }
}
