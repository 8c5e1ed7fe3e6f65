package dev.kioskguard.adapter.xfs4iot.service;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.server.WebSocketServer;

/**
 * A regular look for frames that lie in their queue though nobody will send them.
 *
 * <p>The library's selector may forget a frame that is queued at the very moment at which it has written the one before
 * (Java-WebSocket 1.6.0, {@code doWrite} against {@code onWriteDemand}); without this look, it would lie there until
 * the next one.
 */
final class OverlookedFrames implements AutoCloseable {

    /** How long a forgotten frame may lie there. */
    private static final int LOOK_EVERY_MILLIS = 10;

    private final WebSocketServer server;
    private final ScheduledExecutorService thread;

    OverlookedFrames(WebSocketServer server) {
        this.server = server;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "overlooked-frames");
            made.setDaemon(true);
            return made;
        });
    }

    void begin() {
        var unused =
                thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (WebSocket socket : server.getConnections()) {
            if (socket instanceof WebSocketImpl queued && !queued.outQueue.isEmpty()) {
                server.onWriteDemand(queued);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
