package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.device.Backoff;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLContext;

/** Environments with short waits, so that a test of a time-out takes no time. */
public final class TestEnvironment {

    public static final Timings QUICK = new Timings(
            Duration.ofSeconds(5),
            Duration.ofMillis(1_500),
            Duration.ofMillis(1_000),
            Duration.ofMillis(500),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));

    private TestEnvironment() {}

    public static Environment quick() {
        return with(QUICK);
    }

    public static Environment with(Timings timings) {
        try {
            return Environment.create(SSLContext.getDefault(), new Random(7), timings);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
