package dev.kioskguard.sim.measure.look;

import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of the one thread that looks, the mean of a round of frames: the share of a core at five frames a
 * second, or how many frames a second a whole core would do.
 */
public final class ProcessorMeasure implements Measure {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double PERCENT = 100;
    private static final double SHARE_MAX = 25;
    private static final double RATE_MIN = 25;
    private static final int WARM_UP = 40;
    private static final int MEASURED = 50;

    private final boolean asRate;

    private ProcessorMeasure(boolean asRate) {
        this.asRate = asRate;
    }

    public static ProcessorMeasure share() {
        return new ProcessorMeasure(false);
    }

    public static ProcessorMeasure rate() {
        return new ProcessorMeasure(true);
    }

    @Override
    public String name() {
        return asRate ? "look-rate" : "look-share";
    }

    @Override
    public Figure take() throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] measured = new double[MEASURED];
        try (var frames = new Frames()) {
            frames.look(WARM_UP);
            for (int i = 0; i < MEASURED; i++) {
                long began = threads.getCurrentThreadCpuTime();
                frames.look(Pace.ROUND);
                double seconds = (threads.getCurrentThreadCpuTime() - began) / NANOS_A_SECOND / Pace.ROUND;
                measured[i] = asRate ? 1 / seconds : PERCENT * Frames.A_SECOND * seconds;
            }
        }
        return asRate
                ? new Figure(
                        name(),
                        "frames of 640x480 a second of processor time, one thread",
                        Spread.rates("/s", measured),
                        null,
                        Goal.atLeast(RATE_MIN))
                : new Figure(
                        name(),
                        "share of one core at 5 frames of 640x480 a second",
                        Spread.times("%", measured),
                        null,
                        Goal.atMost(SHARE_MAX));
    }
}
