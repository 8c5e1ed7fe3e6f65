package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.opencv.detect.Face;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazeTest {
    @Test
    void whoLooksIntoTheCameraLooksNeitherAwayNorDown() {
        assertThat(Gaze.away(DrawnFace.turned(0, 0))).isZero();
        assertThat(Gaze.down(DrawnFace.turned(0, 0))).isLessThan(0.01);
    }

    @Test
    void aNoseNearOneEarIsAwayOnEitherSide() {
        assertThat(Gaze.away(DrawnFace.turned(0.4, 0))).isEqualTo(1);
        assertThat(Gaze.away(DrawnFace.turned(-0.4, 0))).isEqualTo(1);
        assertThat(Gaze.away(DrawnFace.turned(0.2, 0))).isBetween(0.2, 0.6);
    }

    @Test
    void aNoseNearTheMouthIsDown() {
        assertThat(Gaze.down(DrawnFace.turned(0, 0.2))).isGreaterThan(0.9);
        assertThat(Gaze.down(DrawnFace.turned(0, 0.1))).isBetween(0.2, 0.8);
    }

    /** Ears that stand the wrong way round: a face from behind, or none. */
    @Test
    void aFaceWithoutItsEarsApartIsAway() {
        Face face = DrawnFace.at(300, 300);
        var points =
                List.of(face.leftEye(), face.rightEye(), face.nose(), face.mouth(), face.rightEar(), face.leftEar());

        assertThat(Gaze.away(new Face(face.score(), face.box(), points))).isEqualTo(1);
    }
}
