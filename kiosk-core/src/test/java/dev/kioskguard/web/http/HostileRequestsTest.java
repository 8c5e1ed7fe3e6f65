package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.web.http.ListenerSettings.Limits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no well-behaved client sends, and those that come too slowly. */
class HostileRequestsTest {

    private static final Limits TIGHT = new Limits(1024, 60, Duration.ofMillis(600), Duration.ofSeconds(5));
    private static Listener listener;

    @BeforeAll
    static void open() {
        listener = Listener.start(ListenerSettings.of("hostile", 0).limitedBy(TIGHT), routes -> {
            routes.get("/hello", ctx -> Json.answer(ctx, 200, Map.of()));
            routes.post("/echo", ctx -> Json.answer(ctx, 200, Map.of("length", ctx.bodyAsBytes().length)));
        });
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    @Test
    void aChunkedBodyIsBoundedAsWell() throws Exception {
        String head = "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nTransfer-Encoding: chunked\r\n\r\n"
                .formatted(listener.port());
        String chunk = "200\r\n" + "x".repeat(0x200) + "\r\n";

        assertThat(Call.raw(listener, head + chunk + chunk + chunk + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("at most 1024 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /hello HTTP/1.1\r\n\r\n",
                "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
                "GET /a/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n",
                "GET /hello HTTP/9.9\r\nHost: 127.0.0.1:PORT\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: x\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /echo HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNoProperRequestIsRefusedWithAProblemDocument(String bytes) throws Exception {
        String answer = Call.raw(listener, bytes.replace("PORT", "" + listener.port()));

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*").contains(Problem.MEDIA_TYPE);
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("<html", "jetty", "exception");
    }

    @Test
    void tooManyHeadersAreRefused() throws Exception {
        String head = "GET /hello HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Long: %s\r\n\r\n"
                .formatted(listener.port(), "y".repeat(Doorway.REQUEST_HEAD_BYTES_MAX));

        assertThat(Call.raw(listener, head)).startsWith("HTTP/1.1 431").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void aHeadThatDripsInIsCutOff() throws IOException {
        try (Socket slow = Call.connect(listener)) {
            slow.getOutputStream().write("GET /hello HTTP/1.1\r\nHost: 127".getBytes(StandardCharsets.US_ASCII));

            assertThat(Call.untilClosed(slow)).as("the connection ends").doesNotContain("200");
        }
    }

    @Test
    void bodiesThatDripInHoldNoThreadAndAreRefused() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < Listener.THREADS_MAX * 2; i++) {
                Socket socket = Call.connect(listener);
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /echo HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 9\r\n\r\nabc"
                                .formatted(listener.port())
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(Call.get(listener, "/hello").statusCode())
                    .as("others are served meanwhile")
                    .isEqualTo(200);
            assertThat(Call.untilClosed(slow.get(0))).startsWith("HTTP/1.1 408").contains("too long to arrive");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
