package dev.kioskguard.web.http.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.web.http.Call;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SseStreamsTest {

    private static final int STREAMS_MAX = 20;
    private static final String LAST_CHUNK = "0";

    private final SseStreams streams = new SseStreams("test", STREAMS_MAX, Duration.ofMillis(100));
    private Listener listener;

    @BeforeEach
    void open() {
        listener = Listener.start(
                ListenerSettings.of("sse", 0),
                routes -> routes.get(
                        "/events", ctx -> streams.open(ctx, stream -> stream.send("state", "{\"title\":\"请等待\"}"))));
    }

    @AfterEach
    void close() {
        streams.close();
        listener.close();
    }

    @Test
    void aNewcomerIsToldHowThingsStandAndThenWhatHappens() throws Exception {
        try (Client client = new Client()) {
            assertThat(client.status).contains("200");
            assertThat(client.next()).isEqualTo("state {\"title\":\"请等待\"}");

            streams.broadcast("transfer", "{\"state\":\"asking\"}");
            streams.broadcastLatest("transfer", "{\"state\":\"held\"}");

            assertThat(client.next()).isEqualTo("transfer {\"state\":\"asking\"}");
            assertThat(client.next()).isEqualTo("transfer {\"state\":\"held\"}");
        }
    }

    @Test
    void moreStreamsThanThreadsAreServedAndOneTooManyIsRefused() throws Exception {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS_MAX; i++) {
                clients.add(new Client());
            }
            for (Client client : clients) {
                assertThat(client.next()).startsWith("state");
            }
            assertThat(Call.get(listener, "/events").statusCode()).isEqualTo(503);
            streams.broadcast("go", "1");
            for (Client client : clients) {
                assertThat(client.next()).isEqualTo("go 1");
            }
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
        await().until(() -> streams.size() == 0);
    }

    @Test
    void whoeverDoesNotReadIsDroppedAndNeverBlocksOthers() throws Exception {
        try (Client reader = new Client();
                Client sleeper = new Client()) {
            assertThat(reader.next()).startsWith("state");
            assertThat(sleeper.status).contains("200");
            await().until(() -> streams.size() == 2);
            String large = "\"" + "很".repeat(20_000) + "\"";

            int sent = 0;
            while (streams.size() == 2 && sent < 5_000) {
                streams.broadcast("large", large);
                assertThat(reader.next()).startsWith("large");
                sent++;
            }

            assertThat(streams.size()).as("streams left after %d events", sent).isEqualTo(1);
            assertThat(sent).isGreaterThan(SseStream.QUEUE_LENGTH_MAX);
            streams.broadcast("still", "1");
            assertThat(reader.next()).isEqualTo("still 1");
        }
    }

    @Test
    void ofAStateOnlyTheNewestWaits() throws Exception {
        try (Client sleeper = new Client()) {
            assertThat(sleeper.next()).startsWith("state");
            String large = "\"" + "很".repeat(20_000) + "\"";

            for (int i = 0; i < 1_000; i++) {
                streams.broadcastLatest("large", large);
            }
            streams.broadcastLatest("large", "\"last\"");

            assertThat(streams.size()).as("never overflows").isEqualTo(1);
            String newest = sleeper.next();
            int seen = 1;
            while (!newest.equals("large \"last\"")) {
                newest = sleeper.next();
                seen++;
            }
            assertThat(seen).isLessThan(1_000);
        }
    }

    @Test
    void aClientThatLeftIsNoticedByTheHeartbeat() throws Exception {
        Client client = new Client();
        await().until(() -> streams.size() == 1);

        client.close();

        await().until(() -> streams.size() == 0);
    }

    @Test
    void closingEndsEveryStreamAndRefusesNewOnes() throws Exception {
        try (Client client = new Client()) {
            assertThat(client.next()).startsWith("state");

            streams.close();

            assertThat(client.next()).as("the end of the stream").isEqualTo("");
            assertThat(Call.get(listener, "/events").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void headOpensNoStream() throws Exception {
        var head = Call.send(Call.to(listener, "/events").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        assertThat(streams.size()).isZero();
    }

    /** A client that reads line by line what it is sent, chunk sizes left out. */
    private final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;
        final String status;

        Client() throws IOException {
            socket = Call.connect(listener);
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                            .formatted(listener.port())
                            .getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            status = lines.readLine();
        }

        /** Returns name and data of the next event, or nothing at the end. */
        String next() throws IOException {
            String event = "";
            for (String line = lines.readLine(); line != null && !line.equals(LAST_CHUNK); line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    return event + " " + line.substring(6);
                }
            }
            return "";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
