package dev.kioskguard.adapter.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.capture.Frame;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.detector.Detector;
import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A camera of drawn pictures whose time goes by a step a picture, and what looks at them. */
final class PlayedCamera {

    static final int WIDTH = 160;
    static final int HEIGHT = 120;

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
    final AtomicInteger taken = new AtomicInteger();
    final Semaphore turn = new Semaphore(1);
    final AtomicReference<List<Integer>> levels = new AtomicReference<>(List.of());
    volatile IntFunction<Mat> picture = PlayedCamera::alive;
    volatile Duration step = Duration.ofMillis(200);
    volatile boolean unplugged;

    Source open(BooleanSupplier stopped) {
        return new Played(stopped);
    }

    Detector detector() {
        return new Looked();
    }

    static Mat alive(int number) {
        return Drawn.picture(WIDTH, HEIGHT, number * 3 % 20);
    }

    static Mat flat(int level) {
        return new Mat(HEIGHT, WIDTH, CV_8UC3, new Scalar(level, level, level, 0));
    }

    static Mat dimmed(Mat picture) {
        picture.convertTo(picture, CV_8UC3, 0.08, 0);
        return picture;
    }

    static Mat shifted(Mat picture) {
        var shifted = flat(60);
        try (picture;
                var from = picture.apply(new Rect(20, 0, 140, 90));
                var to = shifted.apply(new Rect(0, 30, 140, 90))) {
            from.copyTo(to);
        }
        return shifted;
    }

    /** A camera that gives its next picture once the one before was looked at. */
    private final class Played implements Source {

        private final BooleanSupplier stopped;

        Played(BooleanSupplier stopped) {
            this.stopped = stopped;
        }

        @Override
        public Duration take(Mat into) throws SourceException {
            try {
                while (!turn.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                    if (stopped.getAsBoolean()) {
                        throw new SourceException(State.OFFLINE, "it was stopped");
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (unplugged) {
                turn.release();
                throw new SourceException(State.OFFLINE, "check its cable");
            }
            now.updateAndGet(at -> at.plus(step));
            try (Mat drawn = picture.apply(taken.getAndIncrement())) {
                drawn.copyTo(into);
            }
            return Duration.ZERO;
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Notes the frame's size and its levels at the left, in the middle of the left half, and at the right. */
    private final class Looked implements Detector {

        @Override
        public Sighting look(Frame frame) {
            Mat seen = frame.pixels();
            int row = seen.rows() / 2;
            levels.set(List.of(
                    seen.cols(),
                    seen.rows(),
                    level(seen, row, 0),
                    level(seen, row, seen.cols() / 4),
                    level(seen, row, seen.cols() - 1)));
            return new Sighting(
                    frame.number(), frame.at(), 1, 1, null, Scores.UNKNOWN, Lens.CLEAR, List.of(), Duration.ZERO);
        }

        private static int level(Mat seen, int row, int column) {
            return seen.ptr(row, column).get() & 0xff;
        }

        @Override
        public List<Mark> marks() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
