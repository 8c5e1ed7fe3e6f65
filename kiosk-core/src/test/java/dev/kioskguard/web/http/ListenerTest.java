package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.web.http.ListenerSettings.Limits;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {

    private static final Limits TIGHT = new Limits(1024, 40, Duration.ofMillis(600), Duration.ofSeconds(5));
    private static Listener listener;

    @BeforeAll
    static void open() {
        listener = Listener.start(
                ListenerSettings.of("test", 0).limitedBy(TIGHT).framedBy(List.of("http://127.0.0.1:8472")),
                ListenerTest::routes);
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    private static void routes(RoutesConfig routes) {
        routes.get("/hello", ctx -> Json.answer(ctx, 200, Map.of("say", "你好")));
        routes.post("/echo", ctx -> Json.answer(ctx, 200, Map.of("length", ctx.bodyAsBytes().length)));
        routes.post("/name", ctx -> {
            Fields fields = Fields.of(ctx);
            String name = fields.text("name", 1, 10);
            fields.done();
            Json.answer(ctx, 200, Map.of("name", name));
        });
        routes.get("/fault", ctx -> {
            throw new IllegalStateException("account 6222020200112233445 of 王小明");
        });
        routes.get(
                "/later-fault",
                ctx -> ctx.future(() -> CompletableFuture.failedFuture(
                        Problem.conflict("moved-on", "ask again").asException())));
        routes.get("/refusal/{status}", ctx -> {
            throw new Problem(Integer.parseInt(ctx.pathParam("status")), "some-code", "do this instead").asException();
        });
    }

    @Test
    void chineseTextCrossesInBothDirections() throws Exception {
        assertThat(Call.get(listener, "/hello").body()).isEqualTo("{\"say\":\"你好\"}");
        assertThat(Call.post(listener, "/name", "{\"name\":\"王小明\"}").body()).isEqualTo("{\"name\":\"王小明\"}");
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() throws Exception {
        for (String path : List.of("/hello", "/fault", "/nowhere")) {
            var headers = Call.get(listener, path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'; script-src 'self'")
                            .endsWith("frame-ancestors http://127.0.0.1:8472")
                            .doesNotContain("unsafe"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Server")).as("the server's name").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 415, 422, 425, 429, 500, 503})
    void whatARouteRefusesIsAProblemDocument(int status) throws Exception {
        HttpResponse<String> answer = Call.get(listener, "/refusal/" + status);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertProblem(answer, "do this instead");
    }

    @Test
    void anUnknownPathIsAProblemThatSaysSo() throws Exception {
        HttpResponse<String> answer = Call.get(listener, "/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertProblem(answer, "nothing lives at this path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "OPTIONS", "PATCH", "TRACE"})
    void aMethodThatAPathDoesNotTakeIsRefused(String method) throws Exception {
        HttpResponse<String> answer =
                Call.send(Call.to(listener, "/hello").method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
    }

    @Test
    void aRefusedMethodIsAnsweredWithThoseThatAreTaken() throws Exception {
        HttpResponse<String> answer = Call.send(Call.to(listener, "/echo").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void headIsAnsweredLikeGetWithoutTheBody() throws Exception {
        HttpResponse<String> head =
                Call.send(Call.to(listener, "/hello").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(head.body()).isEmpty();
        assertThat(Call.send(Call.to(listener, "/refusal/409").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aFaultTellsNothingOfTheInside() throws Exception {
        HttpResponse<String> answer = Call.get(listener, "/fault");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertProblem(answer, "nothing was cleared");
        assertThat(answer.body()).doesNotContain("6222", "王", "IllegalState", "dev.kioskguard");
    }

    @Test
    void aRefusalThatComesLaterIsAProblemToo() throws Exception {
        HttpResponse<String> answer = Call.get(listener, "/later-fault");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertProblem(answer, "ask again");
    }

    @ParameterizedTest
    @CsvSource({"1024,200", "1025,413", "70000,413"})
    void aBodyIsTakenUpToItsLimit(int bytes, int status) throws Exception {
        HttpResponse<String> answer = Call.post(listener, "/echo", "x".repeat(bytes));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 413) {
            assertProblem(answer, "at most 1024 bytes");
        }
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
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<html", "jetty", "exception");
    }

    @Test
    void tooManyHeadersAreRefused() throws Exception {
        String head = "GET /hello HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Long: %s\r\n\r\n"
                .formatted(listener.port(), "y".repeat(Listener.REQUEST_HEAD_BYTES_MAX));

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
        var slow = new java.util.ArrayList<Socket>();
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

    @Test
    void aTakenPortSaysWhatToDo() {
        assertThatThrownBy(() -> Listener.start(ListenerSettings.of("second", listener.port()), ListenerTest::routes))
                .isInstanceOf(ListenerException.class)
                .hasMessageContaining("port " + listener.port())
                .hasMessageContaining("choose another");
    }

    static void assertProblem(HttpResponse<String> answer, String detail) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        var document = Call.json(answer.body());
        assertThat(document.get("status").intValue()).isEqualTo(answer.statusCode());
        assertThat(document.get("detail").stringValue()).contains(detail);
        assertThat(document.get("type").stringValue()).startsWith("urn:kioskguard:problem:");
        assertThat(document.get("title").stringValue()).isNotBlank();
    }
}
