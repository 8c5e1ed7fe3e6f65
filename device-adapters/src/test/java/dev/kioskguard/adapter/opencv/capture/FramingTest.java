package dev.kioskguard.adapter.opencv.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import dev.kioskguard.vision.View.Turn;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

    private final Mat into = new Mat();

    /** A light picture whose upper left pixel alone is black. */
    private static Mat marked() {
        var picture = new Mat(40, 60, CV_8UC3, new Scalar(200, 200, 200, 0));
        try (UByteIndexer pixels = picture.createIndexer()) {
            pixels.put(0, 0, new int[] {0, 0, 0});
        }
        return picture;
    }

    @ParameterizedTest
    @CsvSource({"NONE, 60, 0, 0", "RIGHT, 40, 0, 39", "OVER, 60, 39, 59", "LEFT, 40, 59, 0"})
    void aPictureIsTurnedClockwise(Turn turn, int width, int row, int column) {
        apply(new View(turn, Region.ALL, List.of()), marked());

        assertThat(into.cols()).isEqualTo(width);
        assertThat(level(row, column)).isZero();
        assertThat(light()).as("control: all the others are light").isEqualTo(60 * 40 - 1);
    }

    @Test
    void nothingOfWhatAMaskTouchesIsLeftAnywhere() {
        Mat raw = new Mat(41, 61, CV_8UC3, new Scalar(200, 200, 200, 0));
        apply(new View(Turn.NONE, Region.ALL, List.of(new Region(0, 85, 100, 15))), raw);

        assertThat(level(33, 5)).isEqualTo(200);
        for (int row = 34; row < 41; row++) { // 85 percent of 41 rows are 34.85: row 34 is touched
            assertThat(level(row, 0)).isZero();
            assertThat(level(row, 60)).isZero();
        }
        assertThat(raw.ptr(40).get() & 0xff).as("the picture as it came").isZero();
    }

    @Test
    void aMaskIsOfTheUprightPictureAndARegionIsCutAfterwards() {
        var view = new View(Turn.RIGHT, new Region(50, 0, 50, 50), List.of(new Region(50, 0, 10, 10)));
        apply(view, new Mat(40, 60, CV_8UC3, new Scalar(200, 200, 200, 0)));

        assertThat(into.cols()).isEqualTo(20);
        assertThat(into.rows()).isEqualTo(30);
        assertThat(level(0, 0)).isZero();
        assertThat(level(0, 10)).isEqualTo(200);
    }

    private void apply(View view, Mat raw) {
        try (var framing = new Framing(view)) {
            framing.apply(raw, into);
        }
    }

    private int level(int row, int column) {
        try (UByteIndexer pixels = into.createIndexer()) {
            return pixels.get(row, column, 1);
        }
    }

    private int light() {
        try (Mat flat = into.reshape(1)) {
            return countNonZero(flat) / 3;
        }
    }
}
