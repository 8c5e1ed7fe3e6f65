package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static Listener listener;

    @BeforeAll
    static void open() {
        listener = Listener.start(ListenerSettings.of("gate", 0), routes -> {
            routes.get("/page", ctx -> Json.answer(ctx, 200, Map.of()));
            routes.post("/page", ctx -> Json.answer(ctx, 200, Map.of()));
        });
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT"})
    void theNamesOfLoopbackAreAnswered(String host) throws Exception {
        assertThat(ask("GET", host, "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:PORT", "evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:PORT",
                "localhost.:PORT", "0.0.0.0:PORT", "127.1:PORT", "[::]:PORT", "user@127.0.0.1:PORT"
            })
    void aStrangersNameForThisMachineIsRefused(String host) throws Exception {
        String answer = ask("GET", host, "");

        assertThat(answer).matches("(?s)HTTP/1\\.1 4(21|00) .*").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void anAbsoluteTargetCannotSmuggleAnotherName() throws Exception {
        String answer = Call.raw(
                listener,
                "GET http://evil.example:%1$d/page HTTP/1.1\r\nHost: 127.0.0.1:%1$d\r\nConnection: close\r\n\r\n"
                        .formatted(listener.port()));

        assertThat(answer).matches("(?s)HTTP/1\\.1 4(21|00) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:1",
                "null",
                "file://",
                "",
                "http://127.0.0.1:PORT.evil.example"
            })
    void aPageOfAnotherOriginIsRefused(String origin) throws Exception {
        String answer = ask("POST", "127.0.0.1:PORT", "Origin: " + origin + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains(Problem.MEDIA_TYPE, "another origin");
    }

    @Test
    void aPageOfThisListenerIsLetIn() throws Exception {
        assertThat(ask("POST", "127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherPortOfThisMachineMayFrameAPageAndDoNothingElse() throws Exception {
        String navigation = "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\n";

        assertThat(ask("GET", "127.0.0.1:PORT", navigation)).startsWith("HTTP/1.1 200");
        assertThat(ask("POST", "127.0.0.1:PORT", navigation)).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "127.0.0.1:PORT", "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "127.0.0.1:PORT", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    private static String ask(String method, String host, String headers) throws Exception {
        String head = method + " /page HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Content-Length: 0\r\n"
                + "Connection: close\r\n\r\n";
        return Call.raw(listener, head.replace("PORT", "" + listener.port()));
    }
}
