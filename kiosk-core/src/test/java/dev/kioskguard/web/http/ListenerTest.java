package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kioskguard.web.http.ListenerSettings.Limits;
import io.javalin.config.RoutesConfig;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    void nobodyElsewhereOnTheNetworkReachesIt() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        assumeThat(others).as("another interface than loopback").isNotEmpty();
        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, listener.port()).close())
                    .as(other.toString())
                    .isInstanceOf(ConnectException.class);
        }
        try (Socket control = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            assertThat(control.isConnected()).as("control").isTrue();
        }
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
    void aTakenPortSaysWhatToDo() {
        assertThatThrownBy(() -> Listener.start(ListenerSettings.of("second", listener.port()), ListenerTest::routes))
                .isInstanceOf(ListenerException.class)
                .hasMessageContaining("port " + listener.port())
                .hasMessageContaining("choose another with --port-base");
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
