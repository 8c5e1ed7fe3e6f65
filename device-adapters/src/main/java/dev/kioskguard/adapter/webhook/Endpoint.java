package dev.kioskguard.adapter.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An address that takes bodies by POST. It is followed nowhere else, and of its answers only the number counts. */
final class Endpoint {

    private static final int SUCCESS_FROM = 200;
    private static final int SUCCESS_TO = 299;

    private final URI uri;
    private final Signature signature;
    private final Manners manners;
    private final HttpClient client;

    /** Makes an endpoint; without {@code tls} whoever the platform trusts is trusted. */
    Endpoint(URI uri, Signature signature, @Nullable SSLContext tls, Manners manners, Executor executor) {
        this.uri = uri;
        this.signature = signature;
        this.manners = manners;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(manners.connect())
                .executor(executor);
        this.client = tls == null ? builder.build() : builder.sslContext(tls).build();
    }

    /**
     * Sends a body once.
     *
     * @return completes where the other side has taken it (2xx); fails with {@link RefusedException} where it has
     *     answered otherwise, and with what was in the way where it has not answered in time
     */
    CompletionStage<Void> post(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(manners.answer())
                .header("Content-Type", "application/json")
                .header("User-Agent", "kiosk-guard")
                .header(Signature.HEADER, signature.of(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<InputStream>> sent = client.sendAsync(request, BodyHandlers.ofInputStream());
        return sent.copy()
                .orTimeout(manners.answer().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failed) -> {
                    if (failed != null) {
                        sent.cancel(true);
                    }
                })
                .thenAccept(Endpoint::taken);
    }

    private static void taken(HttpResponse<InputStream> answer) {
        try {
            answer.body().close(); // unread: whatever stands in it is of no use here
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer.statusCode() < SUCCESS_FROM || answer.statusCode() > SUCCESS_TO) {
            throw new RefusedException(answer.statusCode());
        }
    }

    /** The other side has answered, and not that it has taken the body. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(int status) {
            super("it answers " + status);
        }
    }
}
