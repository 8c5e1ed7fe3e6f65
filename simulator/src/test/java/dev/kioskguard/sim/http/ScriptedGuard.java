package dev.kioskguard.sim.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A guard that answers by script and remembers what it was asked, for tests of its clients. */
public final class ScriptedGuard implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Heard, Answer>> script = new ConcurrentHashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<String, OutputStream> streams = new ConcurrentHashMap<>();

    public ScriptedGuard() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public GuardConnection connection() {
        return new GuardConnection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), () -> "token");
    }

    /** Answers {@code call}, such as {@code GET /api/health}, by {@code answering} from now on. */
    public ScriptedGuard when(String call, Function<Heard, Answer> answering) {
        script.put(call, answering);
        return this;
    }

    public ScriptedGuard when(String call, int status, String body) {
        return when(call, heard -> new Answer(status, body));
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public List<Heard> heard(String call) {
        return heard.stream().filter(one -> one.call().equals(call)).toList();
    }

    public boolean isListenedTo(String path) {
        return streams.containsKey(path);
    }

    /** Sends a server-sent event to whoever listens at {@code path}. */
    public void send(String path, String event, String data) {
        try {
            OutputStream stream = streams.get(path);
            stream.write("event: %s\ndata: %s\n\n".formatted(event, data).getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the stream at {@code path} off. */
    public void breakOff(String path) throws IOException {
        streams.remove(path).close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Heard one = new Heard(
                exchange.getRequestMethod() + " " + path,
                body,
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        heard.add(one);
        if (String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains("event-stream")) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            streams.put(path, exchange.getResponseBody());
            return;
        }
        Answer answer = script.getOrDefault(one.call(), unknown -> new Answer(404, "{\"detail\":\"not scripted\"}"))
                .apply(one);
        if (answer.status() == Answer.NONE) {
            exchange.close();
            return;
        }
        byte[] bytes = new byte[answer.body().remaining()];
        answer.body().duplicate().get(bytes);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One call as it came. */
    public record Heard(String call, String body, String key, String authorization) {}

    /** One answer; with {@link #NONE} the connection breaks instead. */
    public record Answer(int status, ByteBuffer body) {

        public static final int NONE = 0;

        public Answer(int status, String body) {
            this(status, StandardCharsets.UTF_8.encode(body));
        }
    }
}
