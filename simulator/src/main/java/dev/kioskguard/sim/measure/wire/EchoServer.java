package dev.kioskguard.sim.measure.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The least that a server on this library can do: say again what it was told. */
final class EchoServer extends WebSocketServer implements AutoCloseable {

    private static final int WAIT_SECONDS_MAX = 10;
    private static final int STOP_MILLIS_MAX = 1_000;

    private final CountDownLatch listening = new CountDownLatch(1);

    private EchoServer() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setTcpNoDelay(true);
        setDaemon(true);
    }

    static EchoServer open() throws InterruptedException {
        var server = new EchoServer();
        server.start();
        if (!server.listening.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the echo does not listen");
        }
        return server;
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + getPort());
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        socket.send(message);
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket socket, Exception failure) {
        // Whoever waits for the echo is told that none came.
    }

    @Override
    public void close() {
        try {
            stop(STOP_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
