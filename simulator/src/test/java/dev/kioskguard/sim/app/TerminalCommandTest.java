package dev.kioskguard.sim.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.app.verb.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TerminalCommandTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void itSaysWhereItServesAndServesThere() throws Exception {
        Thread serving = new Thread(() -> execute("--port-base", String.valueOf(freeBase())));
        serving.start();
        await().atMost(SOON).until(() -> out.toString().contains("ready "));
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("publisher ws://.*");
        assertThat(lines.get(1)).matches("bench http://.*");
        URI bench = URI.create(lines.get(1).substring("bench ".length()));
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(bench.resolve("sim/terminal"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .contains("\"card\":\"none\"");
        assertThat(broken(bench, "network")).isEqualTo(200);
        assertThat(broken(bench, "disk"))
                .as("control: no guard's journal is here")
                .isEqualTo(409);
        serving.interrupt();
        serving.join(SOON.toMillis());
        assertThat(serving.isAlive()).isFalse();
    }

    private static int broken(URI bench, String device) throws Exception {
        HttpRequest fault = HttpRequest.newBuilder(bench.resolve("sim/faults"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"device\":\"%s\",\"fault\":\"dead\"}".formatted(device)))
                .build();
        return HttpClient.newHttpClient().send(fault, BodyHandlers.ofString()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65533", "many"})
    void aPortBaseThatLeavesNoRoomIsAskedWrongly(String base) {
        assertThat(execute("--port-base", base)).isEqualTo(2);
        assertThat(err.toString()).contains("--port-base");
        assertThat(out.toString()).isEmpty();
    }

    private int execute(String... arguments) {
        CommandLine line = CommandLines.of(new TerminalCommand());
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** A base whose fourth port is free now; the others are the kernel's neighbours and nearly always free too. */
    private static int freeBase() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() - 3;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
