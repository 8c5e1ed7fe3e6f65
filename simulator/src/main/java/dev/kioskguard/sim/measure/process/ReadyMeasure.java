package dev.kioskguard.sim.measure.process;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a user waits for {@code ./kiosk simulate} from a built tree, launcher and all. */
public final class ReadyMeasure implements Measure {

    private static final double SECONDS_MAX = 6;
    private static final int STARTS = 5;

    private final Launcher launcher;

    public ReadyMeasure(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return "ready";
    }

    @Override
    public Figure take() throws IOException {
        var seconds = new double[STARTS];
        start(STARTS);
        for (int n = 0; n < STARTS; n++) {
            seconds[n] = start(n);
        }
        return new Figure(
                name(),
                "./kiosk simulate from a built tree until it serves",
                Spread.times("s", seconds),
                null,
                Goal.atMost(SECONDS_MAX));
    }

    private double start(int n) throws IOException {
        List<String> command = launcher.command(
                "simulate", launcher.config(), launcher.scratch().resolve("simulate-" + n), FreePorts.inARow());
        command.add("--headless");
        long began = System.nanoTime();
        try (Child child = Child.start(command, launcher.scratch().resolve("simulate.log"))) {
            long took = System.nanoTime() - began;
            return child.serving().isEmpty() ? Double.NaN : (double) took / TimeUnit.SECONDS.toNanos(1);
        }
    }
}
