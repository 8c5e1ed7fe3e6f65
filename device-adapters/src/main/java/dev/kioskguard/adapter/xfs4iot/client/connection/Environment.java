package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageCheck;
import dev.kioskguard.device.DeviceLoop;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every connection of one provider shares. Thread-safe, except for chance, which only the loop uses.
 *
 * <p>The HTTP client is the JDK's: it sets TCP_NODELAY, needs no thread of its own for a connection, and hands over
 * large messages in parts, so that they can be bounded while they arrive.
 */
public record Environment(
        HttpClient http, DeviceLoop loop, MessageCheck check, RandomGenerator random, Timings timings) {

    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);

    /** Makes an environment with a loop of its own, which ends with the process. */
    public static Environment create(SSLContext tls, RandomGenerator random, Timings timings) {
        DeviceLoop loop = new DeviceLoop("xfs4iot-client", e -> LOG.error("a step of the XFS4IoT client failed", e));
        // Devices are on this machine or beside it: a proxy of the bank's network is never on the way.
        HttpClient http = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timings.connect())
                .sslContext(tls)
                .build();
        return new Environment(http, loop, new MessageCheck(Catalog.load()), random, timings);
    }

    /** Runs a step on the loop. */
    public void run(Runnable step) {
        loop.run(step);
    }

    /** Runs a step on the loop after a while, unless the returned future is cancelled before. */
    public Future<?> later(Duration delay, Runnable step) {
        return loop.later(delay, step);
    }
}
