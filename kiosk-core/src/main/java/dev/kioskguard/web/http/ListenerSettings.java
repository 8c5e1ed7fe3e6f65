package dev.kioskguard.web.http;

import java.time.Duration;
import java.util.List;

/**
 * Where a listener listens and what it bears.
 *
 * @param name role of its threads, such as {@code screen}
 * @param port 1 to 65535, or 0 for a free one
 * @param reach from where it can be reached
 * @param frameAncestors origins that may frame its pages, such as {@code http://127.0.0.1:8472}; empty for nobody
 * @param limits what a caller may use of it
 */
public record ListenerSettings(String name, int port, Reach reach, List<String> frameAncestors, Limits limits) {

    public ListenerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must lie between 0 and 65535");
        }
        frameAncestors = List.copyOf(frameAncestors);
        for (String origin : frameAncestors) {
            if (!origin.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+")) {
                throw new IllegalArgumentException("a frame ancestor is an origin, such as http://127.0.0.1:8472");
            }
        }
    }

    /** A listener on loopback that nobody may frame, with the usual limits. */
    public static ListenerSettings of(String name, int port) {
        return new ListenerSettings(name, port, Reach.LOOPBACK, List.of(), Limits.USUAL);
    }

    public ListenerSettings framedBy(List<String> origins) {
        return new ListenerSettings(name, port, reach, origins, limits);
    }

    public ListenerSettings limitedBy(Limits other) {
        return new ListenerSettings(name, port, reach, frameAncestors, other);
    }

    public ListenerSettings reachedFrom(Reach other) {
        return new ListenerSettings(name, port, other, frameAncestors, limits);
    }

    /**
     * What a caller may use of a listener.
     *
     * @param bodyBytesMax longest request body
     * @param connectionsMax open connections; more wait unaccepted
     * @param arrivalTimeout how long a request's head, and then its body, may take to arrive
     * @param idleTimeout how long a connection may be silent
     */
    public record Limits(int bodyBytesMax, int connectionsMax, Duration arrivalTimeout, Duration idleTimeout) {

        public static final Limits USUAL = new Limits(64 * 1024, 200, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }
}
