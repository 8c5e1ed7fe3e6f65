package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.vision.Lookout;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EyesightTest {

    private static final InstantSource CLOCK = () -> Instant.EPOCH;
    private static final Scores AWAY = new Scores(null, null, null, null, 0.9, null);

    private final Examiner examiner = new Examiner(finding -> {});

    @Test
    void aFaceWhereItIsLookedForPasses() {
        assertThat(judged(sighting(1, Scores.UNKNOWN, Lens.CLEAR), 6).line())
                .startsWith("pass  camera-angle camera: a face in 6 of 6 frames");
    }

    @Test
    void aFaceThatIsTurnedAwayIsForSomebodyToLookAt() {
        assertThat(judged(sighting(1, AWAY, Lens.CLEAR), 6).line())
                .startsWith("warn")
                .contains("turned away in 6", "aim the camera");
    }

    @Test
    void aCoveredLensFails() {
        assertThat(judged(sighting(1, Scores.UNKNOWN, new Lens(true, false, false, false)), 6)
                        .line())
                .startsWith("fail")
                .contains("covered in most of 6 frames", "clean the lens");
    }

    @Test
    void anEmptyPlaceIsForSomebodyToStandIn() {
        var glimpses = new Glimpses();
        glimpses.add(sighting(0, Scores.UNKNOWN, Lens.CLEAR));

        assertThat(glimpses.judged().grade()).isEqualTo(Grade.WARN);
        assertThat(new Glimpses().judged())
                .isEqualTo(Outcome.fail("no frame came", "请检查摄像头连接", "check that the camera is connected and free"));
    }

    @Test
    void aCameraThatDoesNotStopBeforeAPinFails() {
        var camera = new PlayedLookout(sighting(1, Scores.UNKNOWN, Lens.CLEAR), 6);
        camera.stopped = new CompletableFuture<>();

        Finding stop = look(camera, View.WHOLE).get(1);

        assertThat(stop.line()).startsWith("fail  cycle camera");
    }

    @Test
    void aMaskIsToldAndNoneIsAWarning() {
        var masked = new View(View.Turn.NONE, Region.ALL, List.of(new Region(30, 80, 40, 20)));

        assertThat(look(new PlayedLookout(sighting(1, Scores.UNKNOWN, Lens.CLEAR), 6), masked)
                        .get(2)
                        .line())
                .startsWith("pass  keypad-view camera: ")
                .contains("left 30 top 80 width 40 height 20");
        assertThat(look(new PlayedLookout(sighting(1, Scores.UNKNOWN, Lens.CLEAR), 6), View.WHOLE)
                        .get(5)
                        .line())
                .startsWith("warn  keypad-view camera");
    }

    private Finding judged(Sighting seen, int frames) {
        return look(new PlayedLookout(seen, frames), View.WHOLE).get(0);
    }

    private List<Finding> look(PlayedLookout camera, View view) {
        var eyesight = new Eyesight(view, CLOCK, null);
        eyesight.open(camera);
        eyesight.examine(examiner, camera, "camera");
        return examiner.findings();
    }

    private static Sighting sighting(long track, Scores scores, Lens lens) {
        return new Sighting(0, Instant.EPOCH, 1, track, false, scores, lens, List.of(), Duration.ZERO);
    }

    /** A camera that sees the same thing some times over as soon as it looks. */
    private static final class PlayedLookout extends PlayedDevice implements Lookout {

        private final Sighting seen;
        private final int frames;
        private Consumer<Sighting> listener = sighting -> {};
        private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

        PlayedLookout(Sighting seen, int frames) {
            this.seen = seen;
            this.frames = frames;
        }

        @Override
        public void prepare(View view, InstantSource clock) {}

        @Override
        public void onSighting(Consumer<Sighting> listener) {
            this.listener = listener;
        }

        @Override
        public CompletionStage<Void> look(boolean on) {
            for (int i = 0; on && i < frames; i++) {
                listener.accept(seen);
            }
            return on ? CompletableFuture.completedFuture(null) : stopped;
        }
    }
}
