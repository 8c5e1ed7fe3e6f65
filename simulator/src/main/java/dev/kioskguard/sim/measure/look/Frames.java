package dev.kioskguard.sim.measure.look;

import dev.kioskguard.adapter.opencv.capture.Framing;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.capture.Sources;
import dev.kioskguard.adapter.opencv.fuse.LensFirst;
import dev.kioskguard.adapter.opencv.fuse.Looker;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.adapter.opencv.health.LensWatch;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.vision.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Frames of 640×480 out of a clip, five a second of their own time, all that a guard does with each: it is captured,
 * framed, its lens is judged, and it is looked at. One thread.
 */
final class Frames implements AutoCloseable {
    static final int A_SECOND = 5;

    private static final Duration STEP = Duration.ofSeconds(1).dividedBy(A_SECOND);

    private final Path clip;
    private final Source source;
    private final Framing framing = new Framing(View.WHOLE);
    private final LensFirst lens = LensFirst.of(new LensWatch(LensRules.STANDARD));
    private final Looker looker = Looker.open(Models.prepared());
    private final Mat raw = new Mat();
    private final Mat frame = new Mat();
    private long number;

    Frames() throws IOException {
        clip = Files.write(Files.createTempFile("kiosk-frames", ".mjpeg"), Clip.drawn());
        try {
            source = Sources.open("loop:" + clip, () -> false);
        } catch (SourceException e) {
            throw new IOException("the clip that was drawn cannot be opened", e);
        }
        looker.begin(Pace.STREAM);
    }

    /** @throws IllegalStateException when nothing was looked for in the frame, so that nothing was measured either */
    void look() {
        try {
            source.take(raw);
        } catch (SourceException e) {
            throw new IllegalStateException("the clip that was drawn cannot be read", e);
        }
        framing.apply(raw, frame);
        Instant at = Instant.EPOCH.plus(STEP.multipliedBy(number));
        if (!lens.look(looker, number, at, frame).lens().sees()) {
            throw new IllegalStateException("the lens counts as blind on frame " + number);
        }
        number++;
    }

    void look(int times) {
        for (int i = 0; i < times; i++) {
            look();
        }
    }

    /** The time that the networks alone have taken so far, in nanoseconds. */
    long nanosInNetworks() {
        return looker.spentInNetworks().toNanos();
    }

    @Override
    public void close() throws IOException {
        source.close();
        framing.close();
        lens.close();
        looker.close();
        raw.close();
        frame.close();
        Files.deleteIfExists(clip);
    }
}
