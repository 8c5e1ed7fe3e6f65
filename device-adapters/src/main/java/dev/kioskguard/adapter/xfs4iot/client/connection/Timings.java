package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.device.Backoff;
import java.time.Duration;

/**
 * The waits of a connection.
 *
 * @param connect until the WebSocket stands, TLS included
 * @param acknowledge until a service says that it has a command; some say nothing at all to what they do not know
 * @param grace what a service gets on top of a command's own time-out, and to cancel one
 * @param heartbeat between pings; two without an answer end the connection
 * @param backoff between attempts to connect
 */
public record Timings(Duration connect, Duration acknowledge, Duration grace, Duration heartbeat, Backoff backoff) {

    public static final Timings STANDARD = new Timings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30)));
}
