package dev.kioskguard.adapter.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.capture.Framing;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.Sources;
import dev.kioskguard.adapter.opencv.health.GreyStatistics;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import dev.kioskguard.vision.View.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory outside the heap, over many frames and many openings. */
class NativeMemoryTest {

    private static final int FRAME_BYTES = 3 * 640 * 480;

    /** Eight frames in a stretch of at least eighty. */
    private static final long GROWTH_BYTES_MAX = 8L * FRAME_BYTES;

    @TempDir
    private Path folder;

    @Test
    void twoThousandFramesLeaveNothingBehind() throws Exception {
        assertThat(growthOver(2_000, false)).isLessThan(GROWTH_BYTES_MAX);
    }

    @Test
    @Tag("nightly")
    void aHundredThousandFramesLeaveNothingBehind() throws Exception {
        assertThat(growthOver(100_000, false)).isLessThan(GROWTH_BYTES_MAX);
    }

    /** Control: one frame in five that stayed would show. */
    @Test
    void aLeakWouldShow() throws Exception {
        assertThat(growthOver(400, true)).isGreaterThan(GROWTH_BYTES_MAX);
    }

    /**
     * By how many bytes a fifth of these frames makes the process larger. A clip of 25 frames is opened anew each time
     * round, so many openings are among them.
     */
    private long growthOver(int frames, boolean keeping) throws Exception {
        String clip = "loop:" + Drawn.clip(folder.resolve("clip.avi"), 25);
        var view = new View(Turn.RIGHT, new Region(10, 10, 80, 80), List.of(new Region(0, 90, 100, 10)));
        List<Mat> kept = new ArrayList<>();
        try (Source source = Sources.open(clip, () -> false);
                var framing = new Framing(view);
                var greys = new GreyStatistics();
                var raw = new Mat();
                var picture = new Mat()) {
            run(500, source, framing, greys, raw, picture);
            return Growth.ofTheMiddleStretch(stretch -> {
                run(frames / 5, source, framing, greys, raw, picture);
                for (int i = 0; keeping && i < frames / 25; i++) {
                    kept.add(Drawn.picture(640, 480, i));
                }
            });
        } finally {
            kept.forEach(Pointer::close);
        }
    }

    private static void run(int frames, Source source, Framing framing, GreyStatistics greys, Mat raw, Mat picture)
            throws Exception {
        for (int i = 0; i < frames; i++) {
            source.take(raw);
            framing.apply(raw, picture);
            assertThat(greys.of(picture).contrast()).isPositive();
        }
    }
}
