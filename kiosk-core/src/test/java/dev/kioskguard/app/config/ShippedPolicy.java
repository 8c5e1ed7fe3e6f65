package dev.kioskguard.app.config;

import dev.kioskguard.risk.RiskPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The risk policy that is shipped, for tests of everything that judges by it. */
public final class ShippedPolicy {

    public static final RiskPolicy RISK = read();

    private ShippedPolicy() {}

    private static RiskPolicy read() {
        try (var watch = ConfigWatch.open(Path.of("..", "config", "kiosk.yaml"), InstantSource.fixed(Instant.EPOCH))) {
            return watch.risk().current();
        }
    }
}
