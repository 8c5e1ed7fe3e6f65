package dev.kioskguard.sim.app;

import dev.kioskguard.app.log.LogSetup;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.verb.StopSignal;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.whole.Simulation;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb that starts guard, software terminal and simulated bank in one go. */
@Command(
        name = "simulate",
        description = "Starts the guard with a software terminal and a simulated bank, to be tried at the bench.")
public final class SimulateCommand implements Callable<Integer> {

    private static final int PORT_BASE_MAX = 65_530;

    @Mixin
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private Places places;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Option(names = "--headless", description = "opens no window; a stand-in proves every channel of the screen")
    private boolean headless;

    @Option(
            names = "--port-base",
            paramLabel = "B",
            description = "guard at B, desk at B+1, bench at B+2, publisher at B+3 (default: ports.base of kiosk.yaml,"
                    + " publisher at 5846 or the next free one)")
    private @Nullable Integer portBase;

    @Option(names = "--pace", paramLabel = "N", defaultValue = "1", description = "lets time run N times as fast")
    private int pace;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "what the simulation draws from")
    private long seed;

    @Option(
            names = "--broker",
            description =
                    "starts a broker (Mosquitto) that can be broken at the bench, and a desk for the whole branch")
    private boolean broker;

    @Override
    @SuppressWarnings("try") // The logs are only to be closed.
    public Integer call() throws InterruptedException {
        check();
        try (var stop = new StopSignal();
                var logs = LogSetup.into(places.data().resolve("logs"));
                var simulation = Simulation.start(new Simulation.Options(
                        places.config(), places.data(), headless, Optional.ofNullable(portBase), pace, seed, broker))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("publisher " + simulation.publisher());
            out.println("bench " + simulation.bench());
            out.println("desk " + simulation.guard().deskUri());
            simulation
                    .guard()
                    .deskFingerprint()
                    .ifPresent(shown -> spec.commandLine().getErr().println("desk certificate SHA-256 " + shown));
            simulation.branch().ifPresent(branch -> {
                out.println("broker " + branch.broker());
                out.println("branch-desk " + branch.desk());
            });
            simulation.missing().forEach(missing -> spec.commandLine().getErr().println("not there: " + missing));
            out.println("ready " + simulation.guard().uri());
            out.flush();
            if (!headless) {
                Window.open(simulation.bench(), spec.commandLine().getErr());
            }
            stop.await();
        }
        return 0;
    }

    private void check() {
        if (pace < 1 || pace > Time.PACE_MAX) {
            throw new ParameterException(spec.commandLine(), "--pace must lie between 1 and " + Time.PACE_MAX);
        }
        if (portBase != null && (portBase < 1024 || portBase > PORT_BASE_MAX)) {
            throw new ParameterException(spec.commandLine(), "--port-base must lie between 1024 and " + PORT_BASE_MAX);
        }
    }
}
