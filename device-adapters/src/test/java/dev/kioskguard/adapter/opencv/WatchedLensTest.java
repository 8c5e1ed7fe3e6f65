package dev.kioskguard.adapter.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.device.Backoff;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import dev.kioskguard.vision.View.Turn;
import dev.kioskguard.vision.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is wrong with a camera, from its pictures to the signal and to what an engineer is told. */
@Timeout(60)
class WatchedLensTest {

    private final PlayedCamera camera = new PlayedCamera();
    private final List<SignalChange> told = Collections.synchronizedList(new ArrayList<>());
    private final OpenCvLookout lookout = new OpenCvLookout(
            DeviceAddress.of("opencv:0"),
            new Parts(
                    camera::open,
                    camera::detector,
                    quick(),
                    Duration.ZERO,
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)),
                    new Random(1)));
    private final Watch watch = new Watch(lookout, camera.now::get);

    WatchedLensTest() {
        watch.onSignal(told::add);
        lookout.onMarks((seen, marks) -> camera.turn.release());
    }

    @AfterEach
    void close() {
        camera.turn.release(1_000);
        watch.close();
    }

    @Test
    void aClearLensIsNoTrouble() {
        looks(View.WHOLE);
        frames(200);

        assertThat(told).isEmpty();
        assertThat(watch.obstacle()).isEmpty();
        assertThat(lookout.status().detail()).isEmpty();
    }

    @Test
    void aHandOverTheLens() {
        blindFor("camera-covered", i -> PlayedCamera.flat(120));
    }

    @Test
    void noLight() {
        blindFor("camera-dark", i -> PlayedCamera.dimmed(PlayedCamera.alive(i)));
    }

    @Test
    void theSamePictureAgainAndAgain() {
        blindFor("camera-frozen", i -> PlayedCamera.alive(0));
    }

    @Test
    void aFrameEveryThreeSecondsAndAHalf() {
        looks(View.WHOLE);
        frames(20);
        camera.step = Duration.ofMillis(3_500);
        awaitBlind("camera-slow");
        camera.step = Duration.ofMillis(200);
        awaitClear();
    }

    @Test
    void aCableThatIsOut() {
        looks(View.WHOLE);
        frames(20);
        camera.unplugged = true;
        await().until(() -> lookout.status().state() == State.OFFLINE);
        for (int i = 0; i < 6; i++) {
            camera.now.updateAndGet(at -> at.plusSeconds(1));
            watch.look();
        }
        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.signal()).isEqualTo(Signal.CAMERA_BLIND);
            assertThat(change.reasons()).containsExactly("camera-silent");
        });
        assertThat(watch.obstacle()).contains("check its cable");
        camera.unplugged = false;
        awaitClear();
    }

    /** It sees well, only something else: that is for an engineer, and no signal. */
    @Test
    void aCameraThatWasTurnedAway() {
        looks(View.WHOLE);
        frames(60);
        assertThat(lookout.status().detail()).isEmpty();
        camera.picture = i -> PlayedCamera.shifted(PlayedCamera.alive(i));
        await().until(() -> lookout.status().detail().contains("points somewhere else"));
        assertThat(lookout.status().isOnline()).isTrue();
        assertThat(told).isEmpty();
        camera.picture = PlayedCamera::alive;
        await().until(() -> lookout.status().detail().isEmpty());
    }

    @Test
    void whatIsMaskedIsBlackAndWhatIsOutsideTheRegionIsNotThere() {
        looks(new View(Turn.RIGHT, new Region(0, 0, 100, 50), List.of(new Region(0, 0, 50, 100))));
        await().until(() -> !camera.levels.get().isEmpty());

        // Upright it is 120 wide and 160 high; of that the upper half, of which the left half is masked.
        assertThat(camera.levels.get()).startsWith(PlayedCamera.HEIGHT, PlayedCamera.WIDTH / 2, 0, 0);
        assertThat(camera.levels.get().get(4)).as("control: what is not masked").isPositive();
    }

    private void blindFor(String reason, IntFunction<Mat> drawn) {
        looks(View.WHOLE);
        frames(20);
        camera.picture = drawn;
        awaitBlind(reason);
        camera.picture = PlayedCamera::alive;
        awaitClear();
    }

    private void looks(View view) {
        lookout.prepare(view, camera.now::get);
        assertThat(watch.watch(true).toCompletableFuture()).isCompleted();
    }

    private void frames(int more) {
        int until = camera.taken.get() + more;
        await().until(() -> camera.taken.get() >= until);
    }

    private void awaitBlind(String reason) {
        await().until(() -> watch.obstacle().filter(reason::equals).isPresent());
        assertThat(told).extracting(SignalChange::signal).containsOnly(Signal.CAMERA_BLIND);
    }

    private void awaitClear() {
        await().until(() -> watch.obstacle().isEmpty());
        assertThat(told.get(told.size() - 1).holds()).isFalse();
    }

    /** As ever, but for what would take minutes. */
    private static LensRules quick() {
        LensRules ever = LensRules.STANDARD;
        LensRules.Times times = ever.times();
        var quick = new LensRules.Times(
                times.covered(), times.blurred(), times.repeated(), times.still(), Duration.ofSeconds(5));
        return new LensRules(
                ever.coveredContrast(),
                ever.darkLight(),
                ever.blurredShare(),
                ever.stillLevels(),
                ever.movedLikeness(),
                quick);
    }
}
