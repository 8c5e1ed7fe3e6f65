package dev.kioskguard.sim.measure.process;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What the guard alone holds in memory, its devices one process away. */
public final class MemoryMeasure implements Measure {

    private static final double MEGABYTES_MAX = 180;
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String USUAL_PORT = "127.0.0.1:5846";

    private final Launcher launcher;

    public MemoryMeasure(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Alarms alarms = Alarms.on(clock);
        var terminal = new Terminal(alarms, new SplittableRandom(1), "KG-MEASURE-1");
        try (ServiceHost wire = TerminalServices.openAt(0, terminal, alarms)) {
            Path config = launcher.configurationAt(
                    USUAL_PORT, "127.0.0.1:" + wire.publisher().getPort());
            var command = launcher.command("run", config, launcher.scratch().resolve("run"), Child.freePorts());
            try (Child guard = Child.start(command, launcher.scratch().resolve("run.log"))) {
                return new Figure(
                        name(),
                        "resident memory of ./kiosk run, waiting for a card",
                        Spread.times("MB", looks(guard)),
                        null,
                        Goal.atMost(MEGABYTES_MAX));
            }
        } finally {
            clock.shutdownNow();
        }
    }

    private static double[] looks(Child guard) throws IOException, InterruptedException {
        var megabytes = new double[LOOKS];
        for (int n = 0; n < LOOKS; n++) {
            if (!guard.isAliveAfter(BETWEEN_LOOKS)) {
                throw new IOException("the guard ended by itself");
            }
            megabytes[n] = guard.residentMegabytes();
        }
        return megabytes;
    }
}
