package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;

/** A publisher and the services of a test on one free port of this machine, until closed. */
public final class PlayedTerminal extends WebSocketServer implements AutoCloseable {

    private static final String PATH = "/xfs4iot/v1.0";

    private final Map<String, PlayedService> services = new ConcurrentHashMap<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> started = new CompletableFuture<>();
    private final String scheme;
    private volatile boolean answersPings = true;

    private PlayedTerminal(int port, SSLContext tls) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        scheme = tls == null ? "ws" : "wss";
        setReuseAddr(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
        if (tls != null) {
            setWebSocketFactory(new DefaultSSLWebSocketServerFactory(tls));
        }
    }

    public static PlayedTerminal open() {
        return open(0, null);
    }

    public static PlayedTerminal open(int port, SSLContext tls) {
        PlayedTerminal terminal = new PlayedTerminal(port, tls);
        terminal.startNow();
        return terminal;
    }

    /** A terminal whose TLS is set up by the test. */
    public static PlayedTerminal open(WebSocketServerFactory tls) {
        PlayedTerminal terminal = new PlayedTerminal(0, null);
        terminal.setWebSocketFactory(tls);
        terminal.startNow();
        return terminal;
    }

    private void startNow() {
        start();
        try {
            started.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the played terminal did not start", e);
        }
    }

    public PlayedTerminal with(String name, PlayedService service) {
        services.put(PATH + "/" + name, service);
        return this;
    }

    /** Makes the publisher itself something other than the usual one. */
    public PlayedTerminal publisher(PlayedService service) {
        services.put(PATH, service);
        return this;
    }

    public PlayedTerminal answersNoPings() {
        answersPings = false;
        return this;
    }

    public URI publisher() {
        return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, getPort(), PATH));
    }

    public URI uri(String name) {
        return URI.create(publisher() + "/" + name);
    }

    /** Every text that any client sent. */
    public List<String> texts() {
        return texts;
    }

    /** A publisher that names all services. */
    public PlayedTerminal published() {
        String uris = String.join(
                ",",
                services.keySet().stream()
                        .map(path -> "{'serviceURI':'%s://127.0.0.1:%d%s'}".formatted(scheme, getPort(), path))
                        .sorted()
                        .toList());
        return publisher(new PlayedService("servicePublisher", "ServicePublisher.GetServices 2.0")
                .on(
                        "ServicePublisher.GetServices",
                        (say, command) -> say.done(command, "{'vendorName':'Test','services':[%s]}".formatted(uris))));
    }

    private PlayedService service(WebSocket connection) {
        String path = connection.getResourceDescriptor();
        return services.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    @Override
    public void onStart() {
        started.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        PlayedService service = service(connection);
        if (service == null) {
            connection.close(1008, "no such service");
        } else {
            service.opened(connection);
        }
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        texts.add(text);
        service(connection).received(connection, (Message.Command) new MessageCodec().parse(text));
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer bytes) {
        throw new AssertionError("our client sends text");
    }

    @Override
    public void onWebsocketPing(WebSocket connection, Framedata frame) {
        if (answersPings) {
            super.onWebsocketPing(connection, frame);
        }
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        PlayedService service = service(connection);
        if (service != null) {
            service.closed(connection);
        }
    }

    @Override
    public void onError(WebSocket connection, Exception failure) {
        started.completeExceptionally(failure);
    }

    @Override
    public void close() {
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
