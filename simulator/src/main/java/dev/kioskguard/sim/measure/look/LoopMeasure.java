package dev.kioskguard.sim.measure.look;

import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;

/** Whole looks at frames on one thread, a round of them at a time, and in them what the networks alone take. */
public final class LoopMeasure implements Measure {
    private static final double RATIO_MAX = 1.15;
    private static final int WARM_UP = 40;
    private static final int MEASURED = 50;

    @Override
    public String name() {
        return "look-loop";
    }

    @Override
    public Figure take() throws IOException {
        try (var frames = new Frames()) {
            frames.look(WARM_UP);
            long[] whole = new long[MEASURED];
            long[] networks = new long[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                long before = frames.nanosInNetworks();
                long began = System.nanoTime();
                frames.look(Pace.ROUND);
                whole[i] = System.nanoTime() - began;
                networks[i] = frames.nanosInNetworks() - before;
            }
            return new Figure(
                    name(),
                    "a round of six frames of 640x480, captured, framed, judged and looked at / its networks alone",
                    Spread.micros(whole),
                    Spread.micros(networks),
                    Goal.atMost(RATIO_MAX));
        }
    }
}
