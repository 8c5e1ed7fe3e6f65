package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.device.Backoff;
import java.time.Duration;

/**
 * How patient one side is with the other.
 *
 * @param keepAlive whole seconds; a line that is silent for half as long again is dead
 * @param connect how long a connection may take to stand
 * @param session how long the broker keeps what is addressed to somebody who is away
 */
record Manners(Duration keepAlive, Duration connect, Duration session, Backoff backoff) {

    static final Manners USUAL = new Manners(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30)));
}
