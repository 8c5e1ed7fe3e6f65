package dev.kioskguard.sim.measure.guard;

import dev.kioskguard.audit.bench.AppendBenchmark;
import dev.kioskguard.audit.bench.AppendFigures;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.nio.file.Path;

/** A durable line of the journal alone, in turn with one flushed append of the same bytes to a plain file. */
public final class LineMeasure implements Measure {

    private static final double RATIO_MAX = 3;
    private static final int LINES = 2_000;

    private final Path folder;

    /**
     * A measure of the disk that a folder is on.
     *
     * @param folder empty or not there yet; what is written stays
     */
    public LineMeasure(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public Figure take() throws IOException {
        AppendFigures figures = AppendBenchmark.run(folder, LINES);
        return new Figure(
                name(),
                "durable journal line / bare flushed append",
                Spread.micros(figures.journal()),
                Spread.micros(figures.bare()),
                Goal.atMost(RATIO_MAX));
    }
}
