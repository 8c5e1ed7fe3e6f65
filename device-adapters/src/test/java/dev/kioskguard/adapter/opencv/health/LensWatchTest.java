package dev.kioskguard.adapter.opencv.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.randn;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.vision.Sighting.Lens;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drawn pictures at five a second; noise as a sensor has it. */
class LensWatchTest {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private LensWatch watch = new LensWatch(LensRules.STANDARD);
    private final GreyStatistics greys = new GreyStatistics();
    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private int step;

    @BeforeEach
    void seedTheNoise() {
        setRNGSeed(4);
    }

    @Test
    void somebodyWhoMovesBeforeAClearLensIsNoTrouble() {
        assertThat(seconds(60, this::alive)).isEqualTo(Lens.CLEAR);
        assertThat(watch.hasMoved()).isFalse();
    }

    @Test
    void aHandOverTheLensIsCoveredAfterASecondAndOverAfterAnother() {
        seconds(12, this::alive);
        assertThat(seconds(0.8, i -> flat(130)).covered()).isFalse();
        assertThat(seconds(0.6, i -> flat(130)).covered()).isTrue();
        assertThat(seconds(0.4, this::alive).covered()).as("still").isTrue();
        assertThat(seconds(1.2, this::alive)).isEqualTo(Lens.CLEAR);
    }

    @Test
    void noLightIsDark() {
        assertThat(seconds(2, i -> flat(9)).dark()).isTrue();
    }

    @Test
    void alternatingPicturesAreNeitherCoveredNorDark() {
        assertThat(seconds(20, i -> i % 3 == 0 ? alive(i) : flat(9))).isEqualTo(Lens.CLEAR);
    }

    @Test
    void aGreasyLensIsBlurredAgainstItsOwnUsualAfterTenSeconds() {
        seconds(20, this::alive);
        assertThat(seconds(9.6, i -> blurred(alive(i))).blurred()).isFalse();
        assertThat(seconds(1, i -> blurred(alive(i))).blurred()).isTrue();
        assertThat(seconds(1.4, this::alive)).isEqualTo(Lens.CLEAR);
    }

    /** Control: a camera that never was sharp is not blurred. */
    @Test
    void aSoftCameraIsItsOwnUsual() {
        assertThat(seconds(40, i -> blurred(alive(i))).blurred()).isFalse();
    }

    @Test
    void theVerySamePictureAgainAndAgainIsFrozen() {
        seconds(12, this::alive);
        assertThat(seconds(4.8, i -> Drawn.picture(160, 120, 3)).frozen()).isFalse();
        assertThat(seconds(0.6, i -> Drawn.picture(160, 120, 3)).frozen()).isTrue();
        assertThat(seconds(1.4, this::alive)).isEqualTo(Lens.CLEAR);
    }

    @Test
    void aStillWithTheNoiseOfASensorIsFrozenToo() {
        seconds(12, this::alive);
        assertThat(seconds(29, i -> noisy(Drawn.picture(160, 120, 3))).frozen()).isFalse();
        assertThat(seconds(2, i -> noisy(Drawn.picture(160, 120, 3))).frozen()).isTrue();
    }

    @Test
    void aCameraThatIsTurnedAwayHasMovedUntilItIsAimedAgain() {
        watch = new LensWatch(quickToMove());
        seconds(16, this::alive);
        seconds(11, i -> shifted(alive(i)));
        assertThat(watch.hasMoved()).isTrue();
        seconds(11, this::alive);
        assertThat(watch.hasMoved()).isFalse();
    }

    @Test
    void aPauseIsNoTimeThatAnythingLasted() {
        seconds(12, this::alive);
        seconds(0.6, i -> flat(130));
        watch.resume();
        now = now.plus(Duration.ofHours(1));
        assertThat(seconds(0.6, i -> flat(130)).covered()).isFalse();
    }

    private static LensRules quickToMove() {
        LensRules usual = LensRules.STANDARD;
        LensRules.Times times = usual.times();
        return new LensRules(
                usual.coveredContrast(),
                usual.darkLight(),
                usual.blurredShare(),
                usual.stillLevels(),
                usual.movedLikeness(),
                new LensRules.Times(
                        times.covered(), times.blurred(), times.repeated(), times.still(), Duration.ofSeconds(5)));
    }

    private Lens seconds(double time, IntFunction<Mat> drawn) {
        Lens last = Lens.CLEAR;
        for (int i = 0; i < Math.round(time * 5); i++) {
            now = now.plus(BETWEEN);
            try (Mat picture = drawn.apply(i)) {
                last = watch.look(now, greys.of(picture));
            }
        }
        return last;
    }

    /** Somebody who sways, as the sensor has it. */
    private Mat alive(int ignored) {
        step = (step + 3) % 20;
        return noisy(Drawn.picture(160, 120, step));
    }

    private static Mat flat(int level) {
        return noisy(new Mat(120, 160, CV_8UC3, new Scalar(level, level, level, 0)));
    }

    private static Mat noisy(Mat picture) {
        try (var noise = new Mat(picture.size(), CV_8UC3);
                var none = new Mat(1, 1, CV_64F, new Scalar(0));
                var some = new Mat(1, 1, CV_64F, new Scalar(2))) {
            randn(noise, none, some);
            add(picture, noise, picture);
        }
        return picture;
    }

    private static Mat blurred(Mat picture) {
        try (var size = new Size(0, 0)) {
            GaussianBlur(picture, picture, size, 2);
        }
        return picture;
    }

    /** The same place, seen by a camera that looks to the side. */
    private static Mat shifted(Mat picture) {
        var shifted = new Mat(120, 160, CV_8UC3, new Scalar(60, 60, 60, 0));
        try (picture;
                var from = picture.apply(new Rect(20, 0, 140, 90));
                var to = shifted.apply(new Rect(0, 30, 140, 90))) {
            from.copyTo(to);
        }
        return shifted;
    }
}
