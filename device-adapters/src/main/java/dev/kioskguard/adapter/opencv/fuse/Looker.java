package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Box;
import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Sighting.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks at one frame after the other and says what each shows. Whether the lens sees at all is told by
 * {@link LensFirst}. Confined to one thread, which does all the work; keeps no frame and no part of one.
 */
public final class Looker implements AutoCloseable {
    private final Eyes eyes;
    private final Tracks tracks = new Tracks();
    private final Weights call = Weights.of("callAtEar");
    private final Weights phone = Weights.of("phoneInHand");
    private List<Mark> marks = List.of();

    private Looker(Eyes eyes) {
        this.eyes = eyes;
    }

    /**
     * Opens the networks, which takes a second or so.
     *
     * @throws dev.kioskguard.adapter.opencv.model.ModelException where one is not there, or not the allowed one
     * @throws dev.kioskguard.adapter.opencv.infer.InferenceException where the engine does not take one
     */
    public static Looker open(Models models) {
        return new Looker(Eyes.open(models));
    }

    /**
     * Says what a frame shows.
     *
     * @param number the frame's number
     * @param at when it was taken
     * @param pixels 8 bits each of blue, green and red, upright; of any size but an empty one
     * @throws dev.kioskguard.adapter.opencv.infer.InferenceException where the engine fails
     */
    public Sighting look(long number, Instant at, Mat pixels) {
        if (pixels.empty()) {
            throw new IllegalArgumentException("a frame has at least one pixel");
        }
        long began = System.nanoTime();
        Scene scene = eyes.see(pixels, at);
        Optional<Face> nearest = Scene.nearest(scene.faces());
        Map<String, Double> terms = nearest.map(face -> Terms.of(face, scene)).orElse(Map.of());
        List<Term> told = new ArrayList<>();
        terms.forEach((name, value) -> told.add(new Term(name, value)));
        marks = Marks.of(scene, nearest, new Box(0, 0, pixels.cols(), pixels.rows()));
        return new Sighting(
                number,
                at,
                Company.count(scene),
                tracks.follow(nearest, at),
                nearest.map(face -> Covering.of(face, pixels)).orElse(null),
                scores(scene, nearest, terms),
                Sighting.Lens.CLEAR,
                told,
                Duration.ofNanos(System.nanoTime() - began));
    }

    private Scores scores(Scene scene, Optional<Face> nearest, Map<String, Double> terms) {
        if (nearest.isEmpty()) {
            return new Scores(null, null, null, null, null, Company.second(scene));
        }
        return new Scores(
                call.score(terms),
                phone.score(terms),
                terms.get("book-near-palm"),
                Gaze.down(nearest.get()),
                Gaze.away(nearest.get()),
                Company.second(scene));
    }

    /** The next frame has nothing to do with the last one. Without this it is a single picture. */
    public void begin(Pace pace) {
        eyes.begin(pace);
        tracks.forget();
        marks = List.of();
    }

    /** What was found in the last frame since the beginning, to be drawn. */
    public List<Mark> marks() {
        return marks;
    }

    /** The time spent in the engine itself since this was opened. */
    public Duration spentInNetworks() {
        return eyes.spentInNetworks();
    }

    @Override
    public void close() {
        eyes.close();
    }
}
