package dev.kioskguard.app;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.log.LogSetup;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.verb.StopSignal;
import dev.kioskguard.app.wiring.ContentInUse;
import dev.kioskguard.app.wiring.GuardSetup;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.guard.run.Time;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb that runs the guard alone, on the devices that the configuration names. */
@Command(name = "run", description = "Runs the guard on the devices that the configuration names, until it is stopped.")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private Places places;

    @Option(names = "--port-base", paramLabel = "B", description = "the base port (default: ports.base of kiosk.yaml)")
    private @Nullable Integer portBase;

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // The logs are only to be closed.
    public Integer call() throws InterruptedException {
        InstantSource wall = InstantSource.system();
        try (var stop = new StopSignal();
                var data = DataDirectory.open(places.data());
                var logs = LogSetup.into(places.data().resolve("logs"));
                var config = ConfigWatch.open(places.config().resolve("kiosk.yaml"), wall);
                var guard = RunningGuard.start(new GuardSetup(
                        config,
                        data,
                        ContentInUse.of(places.config(), config.current(), places.data()),
                        last -> Time.wall(wall),
                        new GuardSetup.Around(
                                new SecureRandom(),
                                null,
                                config.current().machine().devices(),
                                List.of(),
                                portBase == null
                                        ? config.current().machine().ports().base()
                                        : portBase)))) {
            guard.awaitArrivals(false)
                    .forEach(missing -> spec.commandLine().getErr().println("not there: " + missing));
            guard.deskFingerprint()
                    .ifPresent(shown -> spec.commandLine().getErr().println("desk certificate SHA-256 " + shown));
            spec.commandLine().getOut().println("desk " + guard.deskUri());
            spec.commandLine().getOut().println("ready " + guard.uri());
            spec.commandLine().getOut().flush();
            stop.await();
        }
        return 0;
    }
}
