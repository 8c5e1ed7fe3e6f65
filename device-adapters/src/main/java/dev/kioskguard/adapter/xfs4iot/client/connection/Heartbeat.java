package dev.kioskguard.adapter.xfs4iot.client.connection;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** WebSocket pings (RFC 6455 section 5.5.2), as XFS4IoT has no heartbeat of its own. Confined to the loop. */
final class Heartbeat {

    /** So many periods of silence end a connection. */
    static final int SILENT_PERIODS_MAX = 2;

    private final Environment environment;
    private @Nullable Future<?> timer;
    private int silentPeriods;

    Heartbeat(Environment environment) {
        this.environment = environment;
    }

    void start(WireSocket wire) {
        timer = environment.later(environment.timings().heartbeat(), () -> beat(wire));
    }

    /** Anything that arrives shows that the other end lives. */
    void alive() {
        silentPeriods = 0;
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void beat(WireSocket wire) {
        if (silentPeriods >= SILENT_PERIODS_MAX) {
            wire.abort("the service answers no ping");
            return;
        }
        silentPeriods++;
        wire.ping();
        start(wire);
    }
}
