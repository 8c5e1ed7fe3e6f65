package dev.kioskguard.adapter.webhook;

import dev.kioskguard.device.Backoff;
import java.time.Duration;

/**
 * How patient the machine is with the other side.
 *
 * @param connect how long a connection may take to stand, TLS included
 * @param answer how long one try may take as a whole
 * @param triesMax how often a page is tried as it stands, before it is given up until it changes
 */
record Manners(Duration connect, Duration answer, Backoff backoff, int triesMax) {

    static final Manners USUAL = new Manners(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1)),
            30);
}
