package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A face of one colour, drawn where it is said to have been found. */
class CoveringTest {
    private final Mat frame = new Mat(600, 600, CV_8UC3, new Scalar(140, 170, 215, 0));

    @AfterEach
    void close() {
        frame.close();
    }

    @Test
    void aBareFaceIsNotCovered() {
        assertThat(Covering.of(DrawnFace.at(300, 300), frame)).isFalse();
        assertThat(Covering.lost(DrawnFace.at(300, 300), frame)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"200, 120, 20", "235, 235, 235", "30, 30, 30"})
    void blueWhiteAndBlackClothOverMouthAndNoseIsSeen(int blue, int green, int red) {
        cloth(blue, green, red);
        assertThat(Covering.of(DrawnFace.at(300, 300), frame)).isTrue();
    }

    @Test
    void aShadowOrARedMouthIsNoCloth() {
        cloth(110, 135, 180);
        assertThat(Covering.of(DrawnFace.at(300, 300), frame)).isFalse();
    }

    @Test
    void whatIsTurnedAwayOrReachesOutOfTheFrameCannotBeTold() {
        cloth(200, 120, 20);
        assertThat(Covering.of(DrawnFace.turned(0.4, 0), frame)).isNull();
        assertThat(Covering.of(DrawnFace.at(300, 10), frame)).isNull();
        assertThat(Covering.of(DrawnFace.at(300, 595), frame)).isNull();
    }

    @Test
    void inAPictureWithoutColoursItCannotBeTold() {
        try (var grey = new Mat(600, 600, CV_8UC3, new Scalar(150, 150, 150, 0))) {
            assertThat(Covering.of(DrawnFace.at(300, 300), grey)).isNull();
        }
    }

    private void cloth(int blue, int green, int red) {
        try (var below = new Rect(250, 305, 100, 60);
                var colour = new Scalar(blue, green, red, 0)) {
            rectangle(frame, below, colour, FILLED, 8, 0);
        }
    }
}
