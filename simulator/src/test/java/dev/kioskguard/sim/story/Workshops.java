package dev.kioskguard.sim.story;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.wiring.GuardSetup.Wording;
import dev.kioskguard.sim.story.virtual.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Workshops for tests, of the shipped configuration. */
public final class Workshops {

    private Workshops() {}

    public static Path config() {
        Path here = Path.of("").toAbsolutePath();
        return (Files.isDirectory(here.resolve("config")) ? here : here.getParent()).resolve("config");
    }

    public static Workshop shipped(long seed) {
        InstantSource never = InstantSource.fixed(Instant.EPOCH);
        try (var watch = ConfigWatch.open(config().resolve("kiosk.yaml"), never)) {
            var kiosk = watch.current();
            return new Workshop(
                    kiosk,
                    watch.risk().current(),
                    Wording.read(config(), kiosk.content().folder()),
                    seed);
        }
    }
}
