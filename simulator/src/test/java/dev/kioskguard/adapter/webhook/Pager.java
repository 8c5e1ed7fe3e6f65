package dev.kioskguard.adapter.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A bank's address that takes pages, and answers as a test wants it. */
final class Pager implements AutoCloseable {

    /** One that was sent here. */
    record Post(
            String body,
            @Nullable String signature,
            @Nullable String type) {}

    final List<Post> posts = new CopyOnWriteArrayList<>();
    volatile int answers = 204;
    volatile boolean silent;
    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Pager(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    static Pager inTheClear() throws IOException {
        return new Pager(HttpServer.create(place(), 0), "http");
    }

    static Pager secure(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(place(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Pager(server, "https");
    }

    private static InetSocketAddress place() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        posts.add(new Post(body, headers.getFirst(Signature.HEADER), headers.getFirst("Content-Type")));
        if (silent) {
            return;
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answers, -1);
        exchange.close();
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/pages?kiosk=1");
    }

    List<String> bodies() {
        return posts.stream().map(Post::body).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
