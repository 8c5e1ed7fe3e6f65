package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.kioskguard.adapter.opencv.Growth;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.adapter.opencv.model.SamplePictures;
import dev.kioskguard.vision.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookerTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final int SIDE = 1_200;
    private static final int FRAME_BYTES = 3 * SIDE * SIDE;
    private static final int FRAMES_BEFORE = 20;

    /** Frames in a stretch of the default run. */
    private static final int STRETCH_FRAMES = 16;

    /** The share of a frame that is kept where a leak is to be seen. */
    private static final int LEAK_BYTES = FRAME_BYTES / 5;

    /** By how much a stretch may make the process larger: half of what is kept where a leak is to be seen. */
    private static final long GROWTH_BYTES_MAX = STRETCH_FRAMES * LEAK_BYTES / 2;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 480", "640, 1", "640, 480", "5472, 3648"})
    void aFrameOfAnySizeWithNobodyInItTellsNothing(int width, int height) {
        try (Looker looker = Looker.open(PreparedModels.require());
                Mat frame = drawn(width, height)) {
            Sighting sighting = looker.look(3, NOON, frame);

            assertThat(sighting.frame()).isEqualTo(3);
            assertThat(sighting.hasFace()).isFalse();
            assertThat(sighting.faceCovered()).isNull();
            assertThat(sighting.scores().callAtEar()).isNull();
            assertThat(sighting.scores().lookingAway()).isNull();
            assertThat(sighting.terms()).isEmpty();
        }
    }

    @Test
    void anEmptyFrameIsRefused() {
        try (Looker looker = Looker.open(PreparedModels.require());
                Mat frame = new Mat()) {
            assertThatThrownBy(() -> looker.look(0, NOON, frame)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void someFramesLeaveNoNativeMemoryBehind() throws Exception {
        assertThat(growth(FRAMES_BEFORE, STRETCH_FRAMES, false)).isLessThan(GROWTH_BYTES_MAX);
    }

    /** Control: a fifth of each frame that stayed would show. */
    @Test
    void aLeakWouldShow() throws Exception {
        assertThat(growth(FRAMES_BEFORE, STRETCH_FRAMES, true)).isGreaterThan(GROWTH_BYTES_MAX);
    }

    @Test
    @Tag("nightly")
    void manyFramesLeaveNoNativeMemoryBehind() throws Exception {
        assertThat(growth(1_000, 20_000, false)).isLessThan(GROWTH_BYTES_MAX);
    }

    /** By how many bytes a stretch of this many frames, all of them of a face, makes the process larger. */
    private static long growth(int before, int frames, boolean keeping) throws Exception {
        List<BytePointer> kept = new ArrayList<>();
        try (Looker looker = Looker.open(PreparedModels.require());
                Mat face = SamplePictures.face();
                var frame = new Mat();
                var size = new Size(SIDE, SIDE)) {
            resize(face, frame, size);
            looker.begin(Pace.STREAM);
            for (int i = 0; i < before; i++) {
                assertThat(looker.look(i, at(i), frame).faceCovered())
                        .as("control: there is a face to look at")
                        .isFalse();
            }
            return Growth.ofTheMiddleStretch(stretch -> {
                int first = before + stretch * frames;
                for (int i = first; i < first + frames; i++) {
                    looker.look(i, at(i), frame);
                    if (keeping) {
                        kept.add(new BytePointer(new byte[LEAK_BYTES]));
                    }
                }
            });
        } finally {
            kept.forEach(Pointer::deallocate);
        }
    }

    private static Instant at(int frame) {
        return NOON.plusMillis(200L * frame);
    }

    private static Mat drawn(int width, int height) {
        var frame = new Mat(height, width, CV_8UC3);
        byte[] noise = new byte[width * height * 3];
        new Random(1).nextBytes(noise);
        frame.data().put(noise);
        return frame;
    }
}
