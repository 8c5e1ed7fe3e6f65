package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.adapter.opencv.health.LensWatch;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import java.time.Duration;
import java.time.Instant;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class LensFirstTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void aCoveredPictureByItselfIsBlindAndTheNextOneIsNot() {
        try (var lens = LensFirst.ofEach(LensRules.STANDARD);
                Mat palm = black();
                Mat room = Drawn.picture(320, 240, 1)) {
            assertThat(lens.blind(7, NOON, palm)).hasValueSatisfying(blind -> {
                assertThat(blind.frame()).isEqualTo(7);
                assertThat(blind.at()).isEqualTo(NOON);
                assertThat(blind.lens().covered()).isTrue();
                assertThat(blind.scores()).isEqualTo(Scores.UNKNOWN);
            });
            assertThat(lens.blind(8, NOON, room)).isEmpty();
        }
    }

    @Test
    void aCameraIsBlindOnlyOnceAPalmHasLasted() {
        try (var lens = LensFirst.of(new LensWatch(LensRules.STANDARD));
                Mat palm = black()) {
            assertThat(lens.blind(0, NOON, palm)).isEmpty();
            assertThat(lens.blind(1, NOON.plus(LensRules.STANDARD.times().covered()), palm))
                    .hasValueSatisfying(
                            blind -> assertThat(blind.lens().covered()).isTrue());
        }
    }

    @Test
    void aFrameIsLookedAtWhereTheLensSeesAndNowhereElse() {
        try (var lens = LensFirst.ofEach(LensRules.STANDARD);
                Looker looker = Looker.open(PreparedModels.require());
                Mat palm = black();
                Mat room = Drawn.picture(320, 240, 1)) {
            assertThat(lens.look(looker, 0, NOON, room).lens()).isEqualTo(Lens.CLEAR);
            Duration spent = looker.spentInNetworks();
            assertThat(spent).as("control: the networks have looked").isPositive();
            looker.begin(Pace.PICTURES);

            assertThat(lens.look(looker, 1, NOON, palm).lens().sees()).isFalse();
            assertThat(looker.spentInNetworks()).isEqualTo(spent);
            assertThat(looker.marks()).isEmpty();
        }
    }

    private static Mat black() {
        try (var none = new Scalar(0, 0, 0, 0)) {
            return new Mat(240, 320, CV_8UC3, none);
        }
    }
}
