package dev.kioskguard.sim.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.vision.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamEyesTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Queue<Runnable> alarms = new ArrayDeque<>();
    private final StreamCamera camera = new StreamCamera();
    private final StreamEyes eyes = new StreamEyes(camera, () -> NOON, this::alarm, View.WHOLE);

    @AfterEach
    void close() {
        eyes.close();
        camera.close();
    }

    @Test
    void nothingRingsWhileNobodyLooks() throws Exception {
        camera.play(StreamCamera.WEBCAM, true).get(10, TimeUnit.SECONDS);
        assertThat(alarms).isEmpty();
        look(true);
        ring();
        ring();
        assertThat(alarms).as("control: while it looks it rings on").hasSize(1);

        look(false);
        ring();

        assertThat(alarms).isEmpty();
        look(true);
        assertThat(alarms).as("and again when it looks again").hasSize(1);
    }

    @Test
    void lookingAwayForAMomentDoesNotRingTwice() throws Exception {
        camera.play(StreamCamera.WEBCAM, true).get(10, TimeUnit.SECONDS);
        look(true);
        look(false);
        look(true);

        assertThat(alarms).hasSize(1);
        ring();
        assertThat(alarms).hasSize(1);
    }

    /** How long the camera takes to begin or to stop makes no difference here. */
    private void look(boolean on) {
        var unused = eyes.watch(on);
    }

    private Alarms.Alarm alarm(Duration delay, Runnable ring) {
        alarms.add(ring);
        return () -> {};
    }

    private void ring() {
        alarms.remove().run();
    }
}
