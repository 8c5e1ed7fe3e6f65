package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.camera.StreamEyes;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.vision.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The engineer's bench at a terminal that stands alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchPageTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Alarms NEVER = (delay, ring) -> () -> {};

    private final BenchPorts ports = BenchPorts.alone(new Terminal(NEVER, new Random(7), "SN-1"), NEVER, Map.of());
    private Chromium browser;
    private Bench bench;

    @BeforeAll
    void open() {
        browser = Chromium.open().sized(1440, 1200);
        bench = Bench.open(0, ports);
        browser.driver().get(bench.uri().toString());
        await().atMost(SOON).until(() -> browser.text("#facts").contains("keypad"));
    }

    @AfterAll
    void close() {
        if (bench != null) {
            bench.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theTerminalIsSeenAsTheWorldSaysItIs() {
        assertThat(browser.text("#link")).contains("已连接");
        assertThat(browser.is("document.getElementById('card').hidden")).isTrue();
        assertThat(browser.is("document.querySelectorAll('.cap').length === 21"))
                .as("ten digits, three function keys, eight side keys")
                .isTrue();
        browser.photograph("bench-alone");
    }

    @Test
    void aKeyPressedOnTheBenchReachesTheTerminal() {
        browser.run("document.querySelector('[data-key=fdk05]').click()");

        await().atMost(SOON).until(() -> browser.text("#facts").matches("(?s).*keysLost\\s+1\\b.*"));
    }

    @Test
    void aRefusalIsShownInTheSimulatorsOwnWords() {
        browser.run("document.querySelector('#transfer .main').click()");

        await().atMost(SOON).until(() -> browser.text("#log .bad").contains("./kiosk simulate"));
    }

    @Test
    void whatIsPlayedToTheCameraIsSeen(@TempDir Path folder) {
        String clip = Drawn.clip(folder.resolve("clip.avi"), 20).toString();
        browser.run("document.querySelector('#play input').value = '" + clip + "'");
        browser.run("document.querySelector('#play button').click()");

        await().atMost(SOON).until(() -> browser.is("document.getElementById('live-picture').naturalWidth === 160"));
        assertThat(browser.text("#live-says")).contains("lens: none");
        browser.photograph("bench-camera");
    }

    /** From the browser's camera to the bench, into the stream, and through the eyes that a simulated guard has. */
    @Test
    void theEngineersOwnWebcamIsWhatTheGuardLooksAt() {
        PreparedModels.require();
        try (var eyes = new StreamEyes(ports.camera(), InstantSource.system(), NEVER, View.WHOLE)) {
            browser.run("document.getElementById('webcam').click()");
            await().atMost(SOON)
                    .until(() -> browser.is("document.getElementById('live-picture').naturalWidth === 640"));
            assertThat(ports.camera().playing()).isEqualTo(StreamCamera.WEBCAM);
            assertThat(ports.camera().seen()).as("control: nobody looks yet").isEmpty();

            var unused = eyes.watch(true).toCompletableFuture();

            await().atMost(SOON)
                    .until(() -> ports.camera()
                            .seen()
                            .filter(seen -> seen.sighting().frame() > 2)
                            .isPresent());
            assertThat(ports.camera().seen().orElseThrow().sighting().lens().sees())
                    .isTrue();
            assertThat(eyes.obstacle()).isEmpty();
            browser.run("document.getElementById('webcam').click()");
            assertThat(browser.is("document.getElementById('webcam').getAttribute('aria-pressed') === 'false'"))
                    .as("and it is let go")
                    .isTrue();
        }
    }
}
