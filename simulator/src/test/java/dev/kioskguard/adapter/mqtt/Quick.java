package dev.kioskguard.adapter.mqtt;

import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.Backoff;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** Nobody waits long in a test, unless the machine is busy. */
final class Quick {

    static final Manners MANNERS = new Manners(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));

    private Quick() {}

    static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(60));
    }
}
