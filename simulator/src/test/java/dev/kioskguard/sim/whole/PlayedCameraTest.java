package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.sim.http.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
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
        Premises premises = Premises.in(folder);
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
    void aCallOfTheSharedClipsMakesTheGuardAskToHangUp() {
        PreparedModels.require();
        Path clip = sharedClip("call/omz_action_recognition_talking_phone_right.gif");
        person.plays(clip);
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

    private List<String> signals() {
        return person.camera()
                .path("signals")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Path sharedClip(String name) {
        Path top = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(top.resolve("kiosk-core"))) {
            top = top.getParent();
        }
        Path clip = top.resolveSibling("shared").resolve("vision/clips").resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(clip), "no clip of a call: it lies in ../shared, which is not here");
        return clip;
    }
}
