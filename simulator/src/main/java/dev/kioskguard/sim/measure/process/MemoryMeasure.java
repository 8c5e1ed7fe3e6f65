package dev.kioskguard.sim.measure.process;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.whole.People;
import dev.kioskguard.sim.wire.TerminalServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What the guard alone holds in memory, its devices one process away: before anybody came, or after some have. */
public final class MemoryMeasure implements Measure {

    private static final double MEGABYTES_MAX = 180;
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String USUAL_PORT = "127.0.0.1:5846";

    private final Launcher launcher;
    private final String name;
    private final Visitors visitors;

    /**
     * A measure of a guard of its own.
     *
     * @param visitors who come before it is looked at
     */
    public MemoryMeasure(Launcher launcher, String name, Visitors visitors) {
        this.launcher = launcher;
        this.name = name;
        this.visitors = visitors;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        Alarms alarms = Alarms.on(clock);
        var terminal = new Terminal(alarms, new SplittableRandom(1), "KG-MEASURE-1");
        try (ServiceHost wire = TerminalServices.openAt(0, terminal, alarms)) {
            Path config = launcher.configurationAt(
                    USUAL_PORT, "127.0.0.1:" + wire.publisher().getPort());
            Path data = launcher.scratch().resolve(name);
            enrolStaff(data);
            var command = launcher.command("run", config, data, FreePorts.inARow());
            try (Child guard = Child.start(command, launcher.scratch().resolve(name + ".log"))) {
                visitors.come(URI.create(guard.serving()), new People.Ground(terminal, wire, new Disk(), data), alarms);
                return new Figure(
                        name(),
                        "resident memory of ./kiosk run after %d transfers".formatted(visitors.count()),
                        Spread.times("MB", looks(guard)),
                        null,
                        Goal.atMost(MEGABYTES_MAX));
            }
        } finally {
            clock.shutdownNow();
        }
    }

    /** Whoever visits looks at the desk too; the guard holds the folder once it is there. */
    private static void enrolStaff(Path data) {
        try (DataDirectory folder = DataDirectory.open(data)) {
            DemoStaff.enrol(folder, new SecureRandom());
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
