package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageCheck;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client with no manners of its own: it sends what it is told, keeps every frame, and holds each against the catalog.
 */
public final class WireClient implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Catalog CATALOG = Catalog.load();
    private static final MessageCheck CHECK = new MessageCheck(CATALOG);
    private static final MessageCodec CODEC = new MessageCodec();
    private static final int SECONDS_MAX = 20;

    private final BlockingQueue<JsonNode> unread = new LinkedBlockingQueue<>();
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<String> nonconforming = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> reaction = new CompletableFuture<>();
    private final AtomicInteger lastRequestId = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private WireClient() {}

    public static WireClient connect(URI uri) {
        WireClient client = new WireClient();
        client.socket = HTTP.newWebSocketBuilder().buildAsync(uri, client).join();
        return client;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            String frame = partial.toString();
            partial.setLength(0);
            frames.add(frame);
            CHECK.outgoing(CODEC.parse(frame)).forEach(problem -> nonconforming.add(problem + " in " + frame));
            unread.add(JSON.readTree(frame));
            reaction.complete(null);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        reaction.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
        reaction.complete(null);
    }

    /** Sends a text as it is; one after the other. A connection that is closed takes no more. */
    public void sendText(String text) {
        socket.sendText(text, true).exceptionally(gone -> null).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true)
                .exceptionally(gone -> null)
                .join();
    }

    /** Sends a command in the version of the catalog and returns its request id. */
    public int send(String name, String payload, int timeoutMillis) {
        int requestId = lastRequestId.incrementAndGet();
        send(requestId, name, payload, timeoutMillis);
        return requestId;
    }

    public void send(int requestId, String name, String payload, int timeoutMillis) {
        String version = CATALOG.command(name).version();
        String header = "{\"type\":\"command\",\"name\":\"%s\",\"version\":\"%s\",\"requestId\":%d,\"timeout\":%d}"
                .formatted(name, version, requestId, timeoutMillis);
        sendText("{\"header\":%s,\"payload\":%s}".formatted(header, payload));
    }

    /** Sends a command and returns its completion, having read everything before it. */
    public JsonNode call(String name, String payload) {
        return completion(send(name, payload, 0));
    }

    public JsonNode completion(int requestId) {
        return await(frame -> type(frame).equals("completion") && id(frame) == requestId);
    }

    public JsonNode acknowledge(int requestId) {
        return await(frame -> type(frame).equals("acknowledge") && id(frame) == requestId);
    }

    /** Reads on until an event of that name, solicited or not. */
    public JsonNode event(String name) {
        return await(frame -> frame.at("/header/name").asString().equals(name)
                && List.of("event", "unsolicited").contains(type(frame)));
    }

    public JsonNode next() {
        return await(frame -> true);
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        List<JsonNode> passedOver = new ArrayList<>();
        while (true) {
            JsonNode frame = poll();
            if (frame == null) {
                throw new AssertionError("nothing came; closed: %s; passed over: %s".formatted(closed, passedOver));
            }
            if (wanted.test(frame)) {
                return frame;
            }
            passedOver.add(frame);
        }
    }

    private JsonNode poll() {
        try {
            return unread.poll(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the other side to close, and returns its code. */
    public int closeCode() {
        return closed.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    /** Waits until the other side has sent anything at all, or closed. */
    public boolean closesOrAnswers() {
        reaction.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
        return reaction.isDone();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Every frame so far. */
    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** What of the frames so far is not as the standard says. */
    public List<String> nonconforming() {
        return List.copyOf(nonconforming);
    }

    public static String type(JsonNode frame) {
        return frame.at("/header/type").asString();
    }

    public static String code(JsonNode completion) {
        return completion.at("/header/completionCode").asString();
    }

    public static String status(JsonNode acknowledge) {
        return acknowledge.at("/header/status").asString("ok");
    }

    private static int id(JsonNode frame) {
        return frame.at("/header/requestId").asInt(-1);
    }

    /** Ends the connection without a word. */
    public void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        vanish();
    }
}
