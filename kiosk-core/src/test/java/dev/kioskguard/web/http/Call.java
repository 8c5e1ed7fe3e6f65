package dev.kioskguard.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as tests send them: well-behaved ones by a client, forged ones byte by byte. */
public final class Call {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Call() {}

    public static HttpRequest.Builder to(Listener listener, String path) {
        return HttpRequest.newBuilder(uri(listener, path)).timeout(Duration.ofSeconds(20));
    }

    public static URI uri(Listener listener, String path) {
        return listener.uri().resolve(path);
    }

    public static HttpResponse<String> get(Listener listener, String path) throws IOException, InterruptedException {
        return send(to(listener, path));
    }

    public static HttpResponse<String> post(Listener listener, String path, String json)
            throws IOException, InterruptedException {
        return send(to(listener, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    /** Sends bytes as they are and returns what comes back until the server closes the connection. */
    public static String raw(Listener listener, String head) throws IOException {
        try (Socket socket = connect(listener)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return untilClosed(socket);
        }
    }

    public static Socket connect(Listener listener) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    public static String untilClosed(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }
}
