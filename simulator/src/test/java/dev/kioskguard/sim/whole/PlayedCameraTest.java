package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.adapter.opencv.model.SamplePictures;
import dev.kioskguard.sim.http.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is played to the camera goes the whole way: stream, adapter, rules, guard. */
class PlayedCameraTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Simulation simulation;
    private Person person;

    @BeforeEach
    void open() throws Exception {
        begin(Premises.in(folder));
    }

    private void begin(Premises premises) {
        // Pictures take their time, so the guard takes its own.
        simulation = Simulation.start(premises.options(1));
        person = premises.person();
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void aHandOverTheLensIsSeenInATransferAndNotBefore() {
        person.plays(Drawn.coveredClip(folder.resolve("clip.avi"), 30));
        person.insertCard();
        assertThat(person.camera().path("looking").asBoolean()).isFalse();
        assertThat(signals()).isEmpty();

        String id = person.transfer("zh-CN");
        await().atMost(PATIENCE).until(() -> signals().contains("CAMERA_BLIND"));

        assertThat(person.camera().path("looking").asBoolean()).isTrue();
        person.pullCard();
        await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
        await().atMost(PATIENCE).until(() -> signals().isEmpty());
        assertThat(person.camera().path("looking").asBoolean()).isFalse();
    }

    @Test
    void whatIsWrongWithTheLensIsToldInHealthAndIsOverWhenItIsMended() {
        person.plays(Drawn.clip(folder.resolve("clip.avi"), 30));
        person.insertCard();
        person.transfer("zh-CN");
        await().atMost(PATIENCE).until(() -> person.camera().has("scores"));
        await("control").atMost(PATIENCE).until(() -> obstacle().isEmpty());

        person.spoils("slow");
        await().atMost(PATIENCE).until(() -> obstacle().equals("camera-slow"));
        assertThat(signals()).as("no script says so").contains("CAMERA_BLIND");
        person.spoils("none");
        await().atMost(PATIENCE).until(() -> obstacle().isEmpty());
        person.spoils("unplugged");
        await().atMost(PATIENCE).until(() -> obstacle().contains("camera"));
    }

    @Test
    void whatTheConfigurationMasksIsBlackInASimulationToo() throws Exception {
        close();
        Premises masked = Premises.in(folder.resolve("masked"));
        Path file = masked.config().resolve("kiosk.yaml");
        String shipped = Files.readString(file);
        Files.writeString(file, shipped.replace("masks: []", "masks: [{left: 0, top: 0, width: 100, height: 100}]"));
        assertThat(file).content().isNotEqualTo(shipped);
        begin(masked);
        person.plays(Drawn.clip(folder.resolve("clip.avi"), 30));
        person.insertCard();
        person.transfer("zh-CN");

        await().atMost(PATIENCE).until(() -> obstacle().equals("camera-dark"));
    }

    @Test
    void aHandThatStaysAtTheEarMakesTheGuardAskToHangUp() {
        PreparedModels.require();
        person.plays(Drawn.clip(folder.resolve("call.avi"), 40, SamplePictures::handAtTheEar));
        person.insertCard();
        person.transfer("zh-CN");

        await().atMost(PATIENCE).until(() -> signals().contains("CALL_AT_EAR"));
        assertThat(person.camera().path("marks")).as("boxes for the engineer").isNotEmpty();
        // The purpose comes first, whatever is seen.
        person.answer("family-support");
        await().atMost(PATIENCE)
                .until(() -> person.screen()
                        .call(Call.get("/screen/state"))
                        .path("kind")
                        .asString()
                        .equals("hang-up"));
    }

    /** Why nothing can be seen, as health has it; empty where it can. */
    private String obstacle() {
        return person.health().path("looking").path("why").asString("");
    }

    private List<String> signals() {
        return person.camera()
                .path("signals")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
