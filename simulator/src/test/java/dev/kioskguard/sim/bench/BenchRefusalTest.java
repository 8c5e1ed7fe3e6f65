package dev.kioskguard.sim.bench;

import static dev.kioskguard.sim.bench.BenchFixture.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRefusalTest {

    @TempDir
    static Path folder;

    private static BenchFixture bench;
    private static BenchFixture alone;

    @BeforeAll
    static void open() throws IOException {
        bench = new BenchFixture(Files.createDirectory(folder.resolve("guarded")), true);
        alone = new BenchFixture(Files.createDirectory(folder.resolve("alone")), false);
    }

    @AfterAll
    static void close() {
        bench.close();
        alone.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sim/card|{}|422",
                "/sim/card|{\"action\":\"eat\"}|422",
                "/sim/card|{\"action\":\"insert\"}|422",
                "/sim/card|{\"action\":\"insert\",\"card\":\"nobody\"}|422",
                "/sim/card|{\"action\":\"pull\",\"why\":1}|422",
                "/sim/card|[]|400",
                "/sim/card|{|400",
                "/sim/keys|{\"keys\":[]}|422",
                "/sim/keys|{\"keys\":[\"fdk09\"]}|422",
                "/sim/keys|{\"keys\":[1]}|422",
                "/sim/transfer|{\"submit\":\"no\"}|422",
                "/sim/camera|{}|422",
                "/sim/camera|{\"play\":\"clip.mp4\",\"loop\":true}|422",
                "/sim/camera|{\"play\":\"ftp://host/clip.mp4\"}|422",
                "/sim/camera|{\"play\":\"http://127.0.0.1:1/stream\"}|422",
                "/sim/camera/pictures|{}|415",
                "/sim/camera|{\"sightings\":[\"UFO\"]}|422",
                "/sim/camera|{\"sightings\":{}}|422",
                "/sim/camera|{\"fault\":\"melted\"}|422",
                "/sim/faults|{\"device\":\"toaster\",\"fault\":\"dead\"}|422",
                "/sim/faults|{\"device\":\"speaker\",\"fault\":\"sad\"}|422",
                "/sim/faults|{\"device\":\"speaker\",\"fault\":\"mute\",\"for\":\"soon\"}|422",
                "/sim/faults|{\"device\":\"screen\",\"fault\":\"jam\"}|422",
                "/sim/faults|{\"device\":\"broker\",\"fault\":\"dead\"}|409",
                "/sim/host/submit|{\"clearance\":\"a.b.c\"}|422",
                "/sim/host/cancel|{\"transferId\":\"\"}|422",
                "/sim/nothing|{}|404",
                "/sim/terminal|{}|405"
            })
    void badInputIsRefusedInAProblemDocument(String path, String body, int status) {
        HttpResponse<String> answer = bench.post(path, body);
        assertProblem(answer);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aPageOfAStrangerIsRefused() {
        HttpResponse<String> foreign = bench.send(HttpRequest.newBuilder(bench.uri("/sim/card"))
                .header("Origin", "http://evil.example")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"pull\"}"))
                .build());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void aTerminalThatStandsAloneSaysWhatItLacks() {
        for (String path : List.of("/sim/host", "/sim/screen")) {
            assertThat(alone.get(path).statusCode()).isEqualTo(409);
        }
        assertThat(alone.post("/sim/transfer", "{}").statusCode()).isEqualTo(409);
        assertThat(alone.post("/sim/camera", "{\"sightings\":[]}").statusCode()).isEqualTo(409);
        assertThat(alone.post("/sim/camera", "{\"fault\":\"unplugged\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTerminalThatStandsAloneOffersACardUntilAReaderAcceptsIt() {
        HttpResponse<String> offered = alone.post("/sim/card", "{\"action\":\"insert\",\"card\":\"honest\"}");
        assertThat(offered.statusCode()).isEqualTo(200);
        alone.terminal.cardSlot().accept(card -> {});
        assertThat(alone.terminal.view().card()).isEqualTo("inside");
    }
}
