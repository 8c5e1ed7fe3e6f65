package dev.kioskguard.sim.measure.look;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;

/** A whole look at a frame on one thread, and in the same look what the networks alone take of it. */
public final class LoopMeasure implements Measure {
    private static final double RATIO_MAX = 1.15;
    private static final int WARM_UP = 40;
    private static final int MEASURED = 200;

    @Override
    public String name() {
        return "look-loop";
    }

    @Override
    public Figure take() {
        try (var frames = new Frames()) {
            frames.look(WARM_UP);
            long[] whole = new long[MEASURED];
            long[] networks = new long[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                long before = frames.nanosInNetworks();
                long began = System.nanoTime();
                frames.look();
                whole[i] = System.nanoTime() - began;
                networks[i] = frames.nanosInNetworks() - before;
            }
            return new Figure(
                    name(),
                    "a look at a frame of 640x480, whole / its four networks alone",
                    Spread.micros(whole),
                    Spread.micros(networks),
                    Goal.atMost(RATIO_MAX));
        }
    }
}
