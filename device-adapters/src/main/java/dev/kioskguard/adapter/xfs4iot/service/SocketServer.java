package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listening socket and its connections, each led to the endpoint that its path names.
 *
 * <p>Without delaying small frames: an acknowledge that waits for more to send would make every completion 40 ms late.
 */
final class SocketServer extends WebSocketServer {

    /** How many connections the host keeps, all services together. */
    static final int CONNECTIONS_MAX = 128;

    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int START_SECONDS_MAX = 10;
    private static final int STOP_MILLIS_MAX = 1000;

    private final Map<String, Endpoint> endpoints;
    private final OverlookedFrames overlooked = new OverlookedFrames(this);
    private final CountDownLatch decided = new CountDownLatch(1);
    private final Alarms alarms;
    private volatile boolean listening;
    private volatile boolean cut;
    private volatile Duration latency = Duration.ZERO;

    private SocketServer(int port, Map<String, Endpoint> endpoints, Alarms alarms) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), List.of(draft()));
        this.endpoints = endpoints;
        this.alarms = alarms;
        setTcpNoDelay(true);
        setReuseAddr(true);
        setDaemon(true);
    }

    private static Draft draft() {
        return new Draft_6455(List.of(), List.of(new Protocol("")), MessageCodec.MESSAGE_BYTES_MAX);
    }

    static SocketServer open(int portFirst, int portLast, Map<String, Endpoint> endpoints, Alarms alarms) {
        for (int port = portFirst; port <= portLast; port++) {
            SocketServer server = new SocketServer(port, endpoints, alarms);
            server.start();
            if (server.isListening()) {
                return server;
            }
            server.shutDown();
        }
        throw new IllegalStateException("no port from %d to %d is free; end what listens there, or choose another"
                .formatted(portFirst, portLast));
    }

    private boolean isListening() {
        try {
            return decided.await(START_SECONDS_MAX, TimeUnit.SECONDS) && listening;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void setReachable(boolean reachable) {
        cut = !reachable;
        if (cut) {
            getConnections().forEach(SocketServer::cut);
        }
    }

    private static void cut(WebSocket socket) {
        socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
    }

    void setLatency(Duration latency) {
        this.latency = latency;
    }

    void shutDown() {
        overlooked.close();
        try {
            stop(STOP_MILLIS_MAX, "the host goes away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        Endpoint endpoint = endpointOf(request.getResourceDescriptor());
        if (cut || endpoint == null || !endpoint.isReachable()) {
            throw refusal("no service there");
        }
        if (!isLoopback("ws://" + request.getFieldValue("Host"))) {
            throw refusal("the Host is not this machine");
        }
        String origin = request.getFieldValue("Origin");
        if (!origin.isEmpty() && !isLoopback(origin)) {
            throw refusal("foreign Origin");
        }
        if (getConnections().size() > CONNECTIONS_MAX) {
            throw refusal("too many connections");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    private static InvalidDataException refusal(String why) {
        return new InvalidDataException(CloseFrame.POLICY_VALIDATION, why);
    }

    private static boolean isLoopback(String uri) {
        try {
            String host = URI.create(uri).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable Endpoint endpointOf(String path) {
        return endpoints.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {
        Endpoint endpoint = endpointOf(request.getResourceDescriptor());
        if (endpoint != null) {
            socket.setAttachment(new Attached(endpoint, endpoint.connect(socket), new Lane(alarms)));
        }
        if (cut) {
            cut(socket); // it came in while the line was being cut
        }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        Attached attached = socket.getAttachment();
        if (attached != null) {
            boolean room = attached.lane.pass(latency, () -> attached.endpoint.receive(attached.client, text));
            if (!room) {
                attached.client.close(CloseFrame.POLICY_VALIDATION, "sends more than the line can hold");
            }
        }
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
        socket.close(CloseFrame.REFUSE, "messages are text");
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        Attached attached = socket.getAttachment();
        if (attached != null) {
            attached.endpoint.disconnect(attached.client);
        }
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception e) {
        if (socket == null) {
            decided.countDown();
        }
        LOG.debug("connection failed: {}", e.toString());
    }

    @Override
    public void onStart() {
        listening = true;
        overlooked.begin();
        decided.countDown();
    }

    /** What a connection belongs to. */
    private record Attached(Endpoint endpoint, Client client, Lane lane) {}
}
