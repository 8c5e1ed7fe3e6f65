package dev.kioskguard.sim.bench;

import static dev.kioskguard.sim.bench.BenchFixture.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRefusalTest {

    @TempDir
    Path folder;

    private BenchFixture bench;

    @AfterEach
    void close() {
        bench.close();
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
        bench = new BenchFixture(folder, true);
        HttpResponse<String> answer = bench.post(path, body);
        assertProblem(answer);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aPageOfAStrangerIsRefused() {
        bench = new BenchFixture(folder, true);
        HttpResponse<String> foreign = bench.send(HttpRequest.newBuilder(bench.uri("/sim/card"))
                .header("Origin", "http://evil.example")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"pull\"}"))
                .build());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void aTerminalThatStandsAloneSaysWhatItLacks() {
        bench = new BenchFixture(folder, false);
        for (String path : List.of("/sim/host", "/sim/screen")) {
            assertThat(bench.get(path).statusCode()).isEqualTo(409);
        }
        assertThat(bench.post("/sim/transfer", "{}").statusCode()).isEqualTo(409);
        assertThat(bench.post("/sim/camera", "{\"sightings\":[]}").statusCode()).isEqualTo(409);
        assertThat(bench.post("/sim/camera", "{\"fault\":\"unplugged\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTerminalThatStandsAloneOffersACardUntilAReaderAcceptsIt() {
        bench = new BenchFixture(folder, false);
        HttpResponse<String> offered = bench.post("/sim/card", "{\"action\":\"insert\",\"card\":\"honest\"}");
        assertThat(offered.statusCode()).isEqualTo(200);
        bench.terminal.cardSlot().accept(card -> {});
        assertThat(bench.terminal.view().card()).isEqualTo("inside");
    }
}
