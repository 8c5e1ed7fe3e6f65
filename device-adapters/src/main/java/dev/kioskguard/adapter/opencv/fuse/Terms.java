package dev.kioskguard.adapter.opencv.fuse;

import static dev.kioskguard.adapter.opencv.fuse.FaceGrid.bump;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Thing;
import dev.kioskguard.vision.rule.SignalRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The named terms of one person: each from 0 to 1, each something that a reader can see in the picture. Places are told
 * from the face, in its widths; where each bump stands was read off pictures of people on the phone.
 */
final class Terms {
    private static final int[][] ARMS = {
        {Pose.LEFT_SHOULDER, Pose.LEFT_ELBOW, Pose.LEFT_WRIST},
        {Pose.RIGHT_SHOULDER, Pose.RIGHT_ELBOW, Pose.RIGHT_WRIST}
    };
    private static final double PALM_SCORE_MIN = 0.4;

    private final Scene scene;
    private final FaceGrid grid;

    private Terms(Scene scene, FaceGrid grid) {
        this.scene = scene;
        this.grid = grid;
    }

    /** All terms of {@code face}, by name, in the order in which they are told. */
    static Map<String, Double> of(Face face, Scene scene) {
        var terms = new Terms(scene, FaceGrid.of(face));
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("palm-beside-face", terms.palm(0.65, 0.45, 0.45, 0.8));
        all.put("wrist-by-jaw", terms.wrist(0.7, 0.6, 0.6, 0.7));
        all.put("arm-folded", terms.armFolded());
        all.put(SignalRules.PHONE_AT_HEAD, terms.phoneAtHead());
        all.put("phone-in-view", terms.best(Stream.of(Thing.Kind.PHONE), thing -> 1));
        all.put("phone-near-palm", terms.nearPalm(Thing.Kind.PHONE, Thing.Kind.REMOTE));
        all.put("phone-low", terms.best(Stream.of(Thing.Kind.PHONE, Thing.Kind.REMOTE), terms::isLow));
        all.put("wrist-low", terms.wrist(0.8, 0.5, 1.8, 0.9));
        all.put("book-near-palm", terms.nearPalm(Thing.Kind.BOOK));
        return all;
    }

    private double palm(double aside, double asideSpread, double below, double belowSpread) {
        return scene.palms().stream()
                .mapToDouble(palm -> palm.score()
                        * bump(grid.aside(palm.box().centre()), aside, asideSpread)
                        * bump(grid.below(palm.box().centre()), below, belowSpread))
                .max()
                .orElse(0);
    }

    private double wrist(double asideMax, double asideSpread, double below, double belowSpread) {
        double best = 0;
        for (int[] arm : ARMS) {
            Pose.Joint wrist = scene.pose().joint(arm[2]);
            double beyond = Math.max(0, grid.aside(wrist.at()) - asideMax);
            best = Math.max(
                    best,
                    wrist.score() * bump(beyond, 0, asideSpread) * bump(grid.below(wrist.at()), below, belowSpread));
        }
        return best;
    }

    /** How closely an arm is folded, with its hand at the height of the head. */
    private double armFolded() {
        double best = 0;
        for (int[] arm : ARMS) {
            Pose.Joint elbow = scene.pose().joint(arm[1]);
            Pose.Joint wrist = scene.pose().joint(arm[2]);
            double folded = cosine(elbow.at(), scene.pose().joint(arm[0]).at(), wrist.at());
            double tooLow = Math.max(0, grid.below(wrist.at()) - 0.6);
            double sure = Math.sqrt(elbow.score() * wrist.score());
            best = Math.max(best, sure * Math.max(0, folded) * bump(tooLow, 0, 0.6));
        }
        return best;
    }

    private static double cosine(Spot corner, Spot one, Spot other) {
        double product =
                (one.x() - corner.x()) * (other.x() - corner.x()) + (one.y() - corner.y()) * (other.y() - corner.y());
        double lengths = corner.distance(one) * corner.distance(other);
        return lengths == 0 ? 0 : product / lengths;
    }

    /** The score itself of a phone beside the face: it confirms a call, and is in no sum. */
    private double phoneAtHead() {
        return scene.things(Thing.Kind.PHONE)
                .mapToDouble(phone -> phone.score()
                        * bump(grid.aside(phone.box().centre()), 0.5, 0.6)
                        * bump(grid.below(phone.box().centre()), 0.35, 0.9))
                .max()
                .orElse(0);
    }

    /** From 0 at the height of the chin and above to 1 well below. */
    private double isLow(Thing thing) {
        return 1 / (1 + Math.exp((1 - grid.below(thing.box().centre())) / 0.15));
    }

    private double nearPalm(Thing.Kind... kinds) {
        return best(
                Stream.of(kinds),
                thing -> scene.palms().stream()
                        .filter(palm -> palm.score() >= PALM_SCORE_MIN)
                        .mapToDouble(palm -> near(palm, thing))
                        .max()
                        .orElse(0));
    }

    private double near(Palm palm, Thing thing) {
        return bump(grid.distance(palm.box().centre(), thing.box().centre()), 0, 0.9);
    }

    /** Small scores of small things say much, so their roots are taken. */
    private double best(Stream<Thing.Kind> kinds, ToDoubleFunction<Thing> where) {
        return Math.sqrt(scene.things(kinds.toArray(Thing.Kind[]::new))
                .mapToDouble(thing -> thing.score() * where.applyAsDouble(thing))
                .max()
                .orElse(0));
    }
}
