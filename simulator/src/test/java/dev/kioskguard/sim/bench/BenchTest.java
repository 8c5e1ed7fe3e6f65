package dev.kioskguard.sim.bench;

import static dev.kioskguard.sim.bench.BenchFixture.assertProblem;
import static dev.kioskguard.sim.bench.BenchFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardRefusedException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private BenchFixture bench;

    @BeforeEach
    void open() {
        bench = new BenchFixture(folder, true);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void thePageMayFrameTheScreenAndNothingElse() {
        HttpResponse<String> page = bench.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-src http://127.0.0.1:8470", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(bench.get("/bench.js").headers().firstValue("Content-Type"))
                .contains("text/javascript;charset=utf-8");
        assertProblem(bench.get("/..%2fBench.class"));
        assertProblem(bench.get("/Bench.class"));
        assertProblem(bench.get("/missing.js"));
        assertThat(json(bench.get("/sim/screen")).path("url").asString()).contains("ticket=");
    }

    @Test
    void theTerminalIsSeenWithItsScreen() {
        JsonNode seen = json(bench.get("/sim/terminal"));
        assertThat(seen.path("card").asString()).isEqualTo("none");
        assertThat(seen.path("keypad").asString()).isEqualTo("idle");
        assertThat(seen.path("speaker").asString()).isEqualTo("on");
        assertThat(seen.path("screen").asString()).isEqualTo("idle");
        assertThat(seen.path("lights").size()).isPositive();
    }

    @Test
    void aCardThatIsSentBackEndsTheCallAndPullingTwiceIsHarmless() {
        bench.terminal.cardSlot().accept(card -> {});
        CompletableFuture<HttpResponse<String>> inserting = CompletableFuture.supplyAsync(
                () -> bench.post("/sim/card", "{\"action\":\"insert\",\"card\":\"honest\"}"));
        await().atMost(SOON).until(() -> bench.terminal.view().card().equals("inside"));
        assertThat(inserting).isNotDone();
        bench.terminal.cardSlot().eject();
        assertThat(json(inserting.join()).path("card").asString()).isEqualTo("at-exit");
        bench.teller.visit = Optional.empty();
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> pulled = bench.post("/sim/card", "{\"action\":\"pull\"}");
            assertThat(pulled.statusCode()).isEqualTo(200);
            assertThat(json(pulled).path("card").asString()).isEqualTo("returned");
        }
    }

    @Test
    void aSecondCardFindsTheSlotTaken() {
        bench.terminal.cardSlot().accept(card -> {});
        bench.terminal.insertCard("honest");
        HttpResponse<String> second = bench.post("/sim/card", "{\"action\":\"insert\",\"card\":\"second\"}");
        assertProblem(second);
        assertThat(second.statusCode()).isEqualTo(409);
    }

    @Test
    void keysThatNobodyTakesAreLostAndTheCallSucceeds() {
        JsonNode answer = json(bench.post("/sim/keys", "{\"keys\":[\"1\",\"fdk08\",\"cancel\"]}"));
        assertThat(answer.path("taken").asInt()).isZero();
        assertThat(answer.path("lost").asInt()).isEqualTo(3);
    }

    @Test
    void aTransferIsAskedInTheVisitWithoutTheBenchesOwnField() {
        HttpResponse<String> asked = bench.post("/sim/transfer", "{\"amount\":{\"minor\":1},\"submit\":false}");
        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(json(asked).path("transferId").asString()).isEqualTo("T1");
        assertThat(bench.teller.asked).containsExactly("{\"amount\":{\"minor\":1}} false");
    }

    @Test
    void aTransferNeedsAVisit() {
        bench.teller.visit = Optional.empty();
        HttpResponse<String> refused = bench.post("/sim/transfer", "{}");
        assertProblem(refused);
        assertThat(refused.statusCode()).isEqualTo(409);
    }

    @Test
    void theGuardsRefusalOfATransferIsPassedOn() {
        bench.teller.refusal = Optional.of(new GuardRefusedException(Call.get("/x"), 422, "payee.name is missing"));
        HttpResponse<String> refused = bench.post("/sim/transfer", "{}");
        assertProblem(refused);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("detail").asString()).isEqualTo("payee.name is missing");
    }

    @Test
    void sightingsLastUntilTheyAreSetAgainAndABlindLensIsOneOfThem() {
        bench.post("/sim/camera", "{\"sightings\":[\"CALL_AT_EAR\"]}");
        bench.post("/sim/camera", "{\"fault\":\"unplugged\"}");
        assertThat(bench.terminal.view().faults()).containsEntry("camera", "lost");
        bench.post("/sim/camera", "{\"fault\":\"none\"}");
        bench.post("/sim/camera", "{\"sightings\":[]}");
        assertThat(bench.held)
                .containsExactly(
                        Set.of("CALL_AT_EAR"), Set.of("CALL_AT_EAR", "CAMERA_BLIND"), Set.of("CALL_AT_EAR"), Set.of());
        assertThat(bench.terminal.view().faults()).doesNotContainKey("camera");
    }

    @Test
    void theWebcamsPicturesAreSeenAndKeptNowhere() throws Exception {
        HttpRequest picture = HttpRequest.newBuilder(bench.uri("/sim/camera/pictures"))
                .header("Content-Type", "image/jpeg")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Drawn.jpeg(64, 48, 0)))
                .build();
        assertThat(bench.send(picture).statusCode()).as("control: not played").isEqualTo(409);
        assertThat(bench.get("/sim/camera/picture").statusCode()).isEqualTo(404);

        bench.post("/sim/camera", "{\"play\":\"webcam\"}");
        assertThat(bench.send(picture).statusCode()).isEqualTo(204);
        HttpResponse<String> seen = bench.get("/sim/camera/picture");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(bench.get("/sim/camera")).path("playing").asString("")).isEqualTo("webcam");
    }

    @Test
    void aFaultEndsAfterItsTimeUnlessTheDeviceWasSetAgain() {
        bench.post("/sim/faults", "{\"device\":\"screen\",\"fault\":\"dead\",\"for\":\"PT5S\"}");
        bench.post("/sim/faults", "{\"device\":\"speaker\",\"fault\":\"mute\",\"for\":\"PT5S\"}");
        assertThat(bench.terminal.view().speaker()).isEqualTo("muted");
        bench.post("/sim/faults", "{\"device\":\"speaker\",\"fault\":\"mute\"}");
        assertThat(bench.alarms).hasSize(2);
        bench.alarms.forEach(Runnable::run);
        assertThat(bench.screenFaults).containsExactly("dead", "none");
        assertThat(bench.terminal.view().speaker()).isEqualTo("muted");
        bench.post("/sim/faults", "{\"device\":\"speaker\",\"fault\":\"none\"}");
        assertThat(bench.terminal.view().speaker()).isEqualTo("on");
    }

    @Test
    void theHostIsSeenAndHandedThings() {
        JsonNode seen = json(bench.get("/sim/host"));
        assertThat(seen.path("attempts").asInt()).isZero();
        assertThat(seen.path("transfers").isArray()).isTrue();
        assertThat(bench.post("/sim/host/cancel", "{\"transferId\":\"T9\"}").statusCode())
                .isEqualTo(404);
        String unverifiable = "{\"clearance\":\"a.b.c\",\"transfer\":{}}";
        assertThat(bench.post("/sim/host/submit", unverifiable).statusCode()).isEqualTo(409);
        assertThat(json(bench.get("/sim/host")).path("attempts").asInt()).isEqualTo(1);
    }
}
