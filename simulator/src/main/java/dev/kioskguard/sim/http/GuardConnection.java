package dev.kioskguard.sim.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A party's calls to the guard, with its bearer token. Threadsafe; one for each party. */
public final class GuardConnection {

    /** No answer of the guard is longer, clips of the voice included. */
    public static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI origin;
    private final Supplier<String> token;
    private final HttpClient client;

    /**
     * A connection to one guard.
     *
     * @param origin scheme, host and port, such as {@code http://127.0.0.1:8470}
     * @param token read again for every call, because a restarted guard may have made a new one
     */
    public GuardConnection(URI origin, Supplier<String> token) {
        this(origin, token, client());
    }

    private GuardConnection(URI origin, Supplier<String> token, HttpClient.Builder client) {
        this.origin = origin;
        this.token = token;
        this.client = client.build();
    }

    /** Returns the connection of a browser that has no token and keeps the cookies it is given. */
    public static GuardConnection withCookies(URI origin) {
        return new GuardConnection(origin, () -> "", client().cookieHandler(new CookieManager()));
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT);
    }

    /**
     * Makes a call and returns its JSON answer, a missing node if it has none.
     *
     * @throws GuardRefusedException if the answer is not 2xx
     * @throws GuardUnreachableException if there is none in time
     */
    public JsonNode call(Call call) {
        byte[] answer = bytes(call);
        return answer.length == 0 ? MissingNode.getInstance() : JSON.readTree(answer);
    }

    /** Makes a call and returns its answer as it came, with the same refusals as {@link #call}. */
    public byte[] bytes(Call call) {
        HttpResponse<InputStream> response =
                send(call, request(call).timeout(call.timeout()).build());
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(ANSWER_BYTES_MAX);
            if (response.statusCode() / 100 != 2) {
                throw new GuardRefusedException(call, response.statusCode(), detail(answer));
            }
            return answer;
        } catch (IOException e) {
            throw new GuardUnreachableException(call, e);
        }
    }

    /** Opens a stream that ends when either side closes it; reading it waits as long as it takes. */
    InputStream open(Call call) {
        HttpResponse<InputStream> response = send(call, request(call).build());
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw new GuardRefusedException(call, response.statusCode(), detail(body.readNBytes(ANSWER_BYTES_MAX)));
        } catch (IOException e) {
            throw new GuardUnreachableException(call, e);
        }
    }

    private HttpRequest.Builder request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(call.path()))
                .method(call.method(), body(call.body()))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json");
        call.headers().forEach(request::header);
        return request;
    }

    private HttpResponse<InputStream> send(Call call, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new GuardUnreachableException(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GuardUnreachableException(call, e);
        }
    }

    private static BodyPublisher body(@Nullable Object body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static String detail(byte[] problem) {
        try {
            return JSON.readTree(problem).path("detail").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
