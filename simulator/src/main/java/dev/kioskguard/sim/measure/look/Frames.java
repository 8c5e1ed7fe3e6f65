package dev.kioskguard.sim.measure.look;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.kioskguard.adapter.opencv.fuse.Looker;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.model.Models;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.bytedeco.opencv.opencv_core.Mat;

/** Frames of 640×480 for one looker, five a second of its own time. One thread. */
final class Frames implements AutoCloseable {
    static final int A_SECOND = 5;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int CHANNELS = 3;
    private static final Duration STEP = Duration.ofSeconds(1).dividedBy(A_SECOND);

    private final Looker looker = Looker.open(Models.prepared());
    private final Mat frame = new Mat(HEIGHT, WIDTH, CV_8UC3);
    private long number;

    Frames() {
        byte[] noise = new byte[WIDTH * HEIGHT * CHANNELS];
        new SplittableRandom(1).nextBytes(noise);
        frame.data().put(noise);
        looker.begin(Pace.STREAM);
    }

    void look() {
        looker.look(number, Instant.EPOCH.plus(STEP.multipliedBy(number)), frame);
        number++;
    }

    void look(int times) {
        for (int i = 0; i < times; i++) {
            look();
        }
    }

    /** The time that the networks alone have taken so far, in nanoseconds. */
    long nanosInNetworks() {
        return looker.spentInNetworks().toNanos();
    }

    @Override
    public void close() {
        looker.close();
        frame.close();
    }
}
