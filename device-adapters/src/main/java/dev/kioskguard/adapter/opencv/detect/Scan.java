package dev.kioskguard.adapter.opencv.detect;

import dev.kioskguard.adapter.opencv.infer.Inference;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A network with its picture's measures and what its numbers mean: cuts a square, runs, and says what was found. One
 * thread; native memory until it is closed.
 */
public final class Scan<T> implements AutoCloseable {
    /** What most networks want: from −1 to 1. */
    private static final double HALF_OF_BYTE = 127.5;

    private final Inference network;
    private final Patch patch;
    private final BiFunction<List<float[]>, Square, T> reading;

    private Scan(Inference network, Patch patch, BiFunction<List<float[]>, Square, T> reading) {
        this.network = network;
        this.patch = patch;
        this.reading = reading;
    }

    static <T> Scan<T> fromMinusOneToOne(Inference network, int side, BiFunction<List<float[]>, Square, T> reading) {
        return new Scan<>(network, new Patch(side, network.picture(), 1 / HALF_OF_BYTE, -1), reading);
    }

    static <T> Scan<T> fromBytes(Inference network, int side, BiFunction<List<float[]>, Square, T> reading) {
        return new Scan<>(network, new Patch(side, network.picture(), 1, 0), reading);
    }

    /** Returns what is found in {@code square} of {@code frame}; it is in pixels of the frame. */
    public T in(Mat frame, Square square) {
        patch.cut(frame, square);
        return again(square);
    }

    /** Returns what is found in a square that another scan has just cut for a network that shares its picture. */
    public T again(Square square) {
        return reading.apply(network.run(), square);
    }

    /** The time spent in the engine itself since this was opened. */
    public Duration spent() {
        return network.spent();
    }

    @Override
    public void close() {
        patch.close();
        network.close();
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** What a network must say for a score of {@code score}: of thousands of numbers few are worth an exponential. */
    static double logit(double score) {
        return Math.log(score / (1 - score));
    }
}
