package dev.kioskguard.sim.measure.look;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What looking adds to a process: the first time with OpenCV, the engine and all networks, whose libraries stay. Must
 * be measured before anything else of this process has looked.
 */
public final class ResidentMeasure implements Measure {
    private static final double MEGABYTES_MAX = 250;
    private static final double PAGES_A_MEGABYTE = 256;
    private static final int LOOKS = 60;

    @Override
    public String name() {
        return "look-memory";
    }

    @Override
    public Figure take() throws IOException {
        double before = residentMegabytes();
        double added;
        try (var frames = new Frames()) {
            frames.look(LOOKS);
            added = residentMegabytes() - before;
        }
        return new Figure(
                name(),
                "resident memory that looking adds, all four networks open, after 60 frames",
                Spread.times("MB", new double[] {added}),
                null,
                Goal.atMost(MEGABYTES_MAX));
    }

    private static double residentMegabytes() throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1]) / PAGES_A_MEGABYTE;
    }
}
