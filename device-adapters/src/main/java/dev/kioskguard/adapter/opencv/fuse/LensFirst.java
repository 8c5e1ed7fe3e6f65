package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.health.Grey;
import dev.kioskguard.adapter.opencv.health.GreyStatistics;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.adapter.opencv.health.LensWatch;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The lens is judged before anything is looked for: networks find something in any picture, also in that of a palm. One
 * thread; native memory until it is closed.
 */
public final class LensFirst implements AutoCloseable {
    private final GreyStatistics greys = new GreyStatistics();
    private final BiFunction<Instant, Grey, Lens> judge;

    private LensFirst(BiFunction<Instant, Grey, Lens> judge) {
        this.judge = judge;
    }

    /** The lens of a camera that is watched frame after frame. */
    public static LensFirst of(LensWatch watch) {
        return new LensFirst(watch::look);
    }

    /** The lenses of pictures that have nothing to do with each other. */
    public static LensFirst ofEach(LensRules rules) {
        return new LensFirst((at, grey) -> LensWatch.once(rules, grey));
    }

    /** Returns what a frame tells of a lens that is blind; nothing where it sees, and the frame is to be looked at. */
    public Optional<Sighting> blind(long number, Instant at, Mat pixels) {
        long began = System.nanoTime();
        Lens lens = judge.apply(at, greys.of(pixels));
        return lens.sees()
                ? Optional.empty()
                : Optional.of(Sighting.blind(number, at, lens, Duration.ofNanos(System.nanoTime() - began)));
    }

    /**
     * Returns what a frame shows to {@code looker}, which a blind lens keeps from seeing it.
     *
     * @throws dev.kioskguard.adapter.opencv.infer.InferenceException where the engine fails
     */
    public Sighting look(Looker looker, long number, Instant at, Mat pixels) {
        return blind(number, at, pixels).orElseGet(() -> looker.look(number, at, pixels));
    }

    @Override
    public void close() {
        greys.close();
    }
}
