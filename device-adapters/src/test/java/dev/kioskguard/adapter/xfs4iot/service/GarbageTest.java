package dev.kioskguard.adapter.xfs4iot.service;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static dev.kioskguard.adapter.xfs4iot.service.WireClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GarbageTest {

    private final HandAlarms alarms = new HandAlarms();
    private final ScriptedService service = new ScriptedService();
    private final ServiceHost host = new ServiceHost("Test", List.of(service), alarms, 0, 0);
    private final WireClient hostile = WireClient.connect(host.service("CardReader"));
    private final WireClient bystander = WireClient.connect(host.service("CardReader"));

    @AfterEach
    void theBystanderIsStillServed() {
        assertThat(code(bystander.call("Common.Status", "{}"))).isEqualTo("success");
        assertThat(bystander.isClosed()).isFalse();
        hostile.close();
        bystander.close();
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{nope",
                "",
                "[]",
                "42",
                "{}",
                "{\"header\":7}",
                "{\"header\":{\"type\":\"command\",\"name\":\"Common.Status\",\"version\":\"2.0\"}}",
                "{\"header\":{\"type\":\"command\",\"name\":\"Common.Status\",\"version\":\"2.0\",\"requestId\":-4}}",
                "{\"header\":{\"type\":\"command\",\"name\":\"Common.Status\",\"version\":\"2.0\",\"requestId\":1.5}}",
                "{\"header\":{\"type\":\"command\",\"name\":\"Common.Status\",\"requestId\":\"1\"}}",
                "{\"header\":{\"type\":\"command\",\"name\":\"Common.Status\",\"requestId\":99999999999}}",
                "{\"header\":{\"type\":\"unsolicited\",\"name\":\"Common.StatusChangedEvent\",\"version\":\"3.0\"}}"
            })
    void whatCannotBeAnsweredEndsItsConnectionCleanly(String frame) {
        hostile.sendText(frame);
        assertThat(hostile.closeCode()).isEqualTo(1008);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"event\",\"name\":\"CardReader.InsertCardEvent\",\"version\":\"2.0\",\"requestId\":5}",
                "{\"type\":\"completion\",\"name\":\"CardReader.Move\",\"version\":\"2.0\",\"requestId\":5}",
                "{\"type\":\"acknowledge\",\"name\":\"CardReader.Move\",\"version\":\"2.0\",\"requestId\":5}",
                "{\"type\":\"wish\",\"name\":\"CardReader.Move\",\"version\":\"2.0\",\"requestId\":5}",
                "{\"type\":\"command\",\"name\":\"CardReader.Move\",\"version\":2.0,\"requestId\":5}",
                "{\"type\":\"command\",\"name\":\"CardReader.Move\",\"requestId\":5,\"timeout\":-1}",
            })
    void aMessageThatOnlyBearsARequestIsAnsweredAsInvalid(String header) {
        hostile.sendText("{\"header\":%s,\"payload\":null}".formatted(header));
        assertThat(status(hostile.acknowledge(5))).isEqualTo("invalidMessage");
        assertThat(code(hostile.call("Common.Status", "{}"))).isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CardReader.NoSuch | 2.0 | {} | invalidCommand",
                "x | | null | invalidCommand",
                "Lights.SetLight | 3.0 | {} | unsupportedCommand",
                "CardReader.Move | 9.9 | {} | unsupportedCommand",
                "CardReader.Move | | {} | unsupportedCommand",
                "CardReader.ReadRawData | 2.0 | {\"track1\":\"yes\"} | invalidData",
                "CardReader.ChipPower | 2.0 | {\"chipPower\":\"lukewarm\"} | invalidData",
                "CardReader.Move | 2.0 | {\"from\":\"transport$\"} | invalidData",
                "CardReader.Move | 2.0 | {\"from\":{\"a\":[[[[[[]]]]]]}} | invalidData",
                "Common.Cancel | 2.0 | {\"requestIds\":\"all\"} | invalidData",
                "Common.SetVersions | 2.0 | {\"commands\":[1]} | invalidData",
                "CardReader.Reset | 2.0 | {\"zzz\":1} | success",
            })
    void aCommandThatCannotBeCarriedOutIsAcknowledgedAndCompleted(
            String name, String version, String payload, String expected) {
        String versionField = version == null ? "" : ",\"version\":\"%s\"".formatted(version);
        hostile.sendText("{\"header\":{\"type\":\"command\",\"name\":\"%s\"%s,\"requestId\":3},\"payload\":%s}"
                .formatted(name, versionField, payload));
        assertThat(status(hostile.acknowledge(3))).isEqualTo("ok");
        assertThat(code(hostile.completion(3))).isEqualTo(expected);
    }

    @Test
    void aRequestIdIsFreeAgainOnceItsCommandIsOver() throws InterruptedException {
        hostile.send(0, "CardReader.ReadRawData", "{}", 0);
        Call call = service.begun();
        hostile.acknowledge(0);
        hostile.send(0, "CardReader.ReadRawData", "{}", 0);
        assertThat(status(hostile.acknowledge(0))).isEqualTo("invalidRequestID");
        hostile.send(0, "Common.Status", "{}", 0);
        assertThat(status(hostile.acknowledge(0))).isEqualTo("invalidRequestID");
        call.succeed(null);
        assertThat(code(hostile.completion(0))).isEqualTo("success");
        hostile.send(0, "CardReader.Reset", "{}", 0);
        assertThat(code(hostile.completion(0))).isEqualTo("success");
    }

    @Test
    void binaryFramesAndFramesOfMoreThanTwoMebibytesEndTheirConnection() {
        hostile.sendBinary("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(hostile.closeCode()).isEqualTo(1003);
        try (WireClient large = WireClient.connect(host.service("CardReader"))) {
            large.sendText(" ".repeat(MessageCodec.MESSAGE_BYTES_MAX + 1));
            assertThat(large.closeCode()).isIn(1009, 1006);
        }
        try (WireClient deep = WireClient.connect(host.service("CardReader"))) {
            deep.sendText("[".repeat(500_000));
            assertThat(deep.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void aFloodIsAnsweredFrameByFrame() {
        int frames = 3_000;
        for (int id = 1; id <= frames; id++) {
            hostile.send(id, id % 2 == 0 ? "Common.Status" : "CardReader.Reset", "{}", 0);
            if (id % 500 == 0) {
                assertThat(code(bystander.call("Common.Status", "{}"))).isEqualTo("success");
                // Whoever leaves more unread is closed, which is another test's subject.
                assertThat(code(hostile.completion(id))).isEqualTo("success");
            }
        }
        assertThat(hostile.frames())
                .filteredOn(frame -> frame.contains("\"completion\""))
                .hasSize(frames);
    }

    @Test
    void pagesOfOtherSitesAreTurnedAway() {
        HttpClient http = HttpClient.newHttpClient();
        URI uri = host.service("CardReader");
        WebSocket.Builder foreign = http.newWebSocketBuilder().header("Origin", "https://example.org");
        assertThatThrownBy(() ->
                        foreign.buildAsync(uri, new WebSocket.Listener() {}).join())
                .isInstanceOf(CompletionException.class);
        WebSocket.Builder own = http.newWebSocketBuilder().header("Origin", "http://127.0.0.1:8470");
        WebSocket socket = own.buildAsync(uri, new WebSocket.Listener() {}).join();
        assertThat(socket.isInputClosed()).isFalse();
        socket.abort();
    }
}
