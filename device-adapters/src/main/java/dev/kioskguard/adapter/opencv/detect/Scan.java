package dev.kioskguard.adapter.opencv.detect;

import dev.kioskguard.adapter.opencv.infer.Inference;
import java.time.Duration;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** A network with its picture's measures: cuts a square, runs, and hands the raw numbers back. One thread. */
final class Scan implements AutoCloseable {
    /** What most networks want: from −1 to 1. */
    private static final double HALF_OF_BYTE = 127.5;

    private final Inference network;
    private final Patch patch;

    private Scan(Inference network, Patch patch) {
        this.network = network;
        this.patch = patch;
    }

    static Scan fromMinusOneToOne(Inference network, int side) {
        return new Scan(network, new Patch(side, network.picture(), 1 / HALF_OF_BYTE, -1));
    }

    static Scan fromBytes(Inference network, int side) {
        return new Scan(network, new Patch(side, network.picture(), 1, 0));
    }

    List<float[]> run(Mat frame, Square square) {
        patch.cut(frame, square);
        return network.run();
    }

    Duration spent() {
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
}
