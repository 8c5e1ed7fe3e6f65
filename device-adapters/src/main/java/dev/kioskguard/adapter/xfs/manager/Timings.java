package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.device.Backoff;
import java.time.Duration;

/**
 * The waits of a manager.
 *
 * @param open until a service is open; drivers start their hardware in this time
 * @param info until a provider has answered a question
 * @param grace what a provider gets on top of the time it was given itself, and to cancel a request
 * @param poll between questions for the status, for what no event tells
 * @param backoff between attempts to start the manager, and to open a service
 */
public record Timings(Duration open, Duration info, Duration grace, Duration poll, Backoff backoff) {

    public static final Timings STANDARD = new Timings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30)));
}
