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
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory outside the heap, over many frames and many openings. */
class NativeMemoryTest {

    private static final long GROWTH_BYTES_MAX = 24L * 1024 * 1024;
    private static final int FRAME_BYTES = 3 * 640 * 480;

    @TempDir
    private Path folder;

    @Test
    void twoThousandFramesLeaveNothingBehind() throws Exception {
        assertThat(growthOver(2_000)).isLessThan(GROWTH_BYTES_MAX);
    }

    @Test
    @Tag("nightly")
    void aHundredThousandFramesLeaveNothingBehind() throws Exception {
        assertThat(growthOver(100_000)).isLessThan(GROWTH_BYTES_MAX);
    }

    /** Control: what is kept shows. */
    @Test
    void aLeakWouldShow() {
        try (Ballast ballast = Ballast.of(FRAME_BYTES)) {
            assertThat(ballast).isNotNull();
            long before = Pointer.physicalBytes();
            var kept = new Mat[40];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = Drawn.picture(640, 480, i);
            }
            assertThat(Pointer.physicalBytes() - before).isGreaterThan(GROWTH_BYTES_MAX);
            for (Mat picture : kept) {
                picture.close();
            }
        }
    }

    /** A clip of 25 frames is opened anew each time round, so many openings are among them. */
    private long growthOver(int frames) throws Exception {
        String clip = "loop:" + Drawn.clip(folder.resolve("clip.avi"), 25);
        var view = new View(Turn.RIGHT, new Region(10, 10, 80, 80), List.of(new Region(0, 90, 100, 10)));
        try (Source source = Sources.open(clip, () -> false);
                var framing = new Framing(view);
                var greys = new GreyStatistics();
                var raw = new Mat();
                var picture = new Mat();
                Ballast ballast = Ballast.of(FRAME_BYTES)) {
            assertThat(ballast).isNotNull();
            run(500, source, framing, greys, raw, picture);
            long before = Pointer.physicalBytes();
            run(frames, source, framing, greys, raw, picture);
            return Pointer.physicalBytes() - before;
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
