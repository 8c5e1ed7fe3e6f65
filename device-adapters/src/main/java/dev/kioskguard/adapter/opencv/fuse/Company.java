package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Box;
import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Found;
import dev.kioskguard.adapter.opencv.detect.Thing;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who else is there. Somebody counts who is near: whose face is nearly half as wide as the nearest one's, or whose body
 * covers nearly half as much as the largest.
 */
final class Company {
    private static final double SHARE_FAR = 0.3;
    private static final double SHARE_NEAR = 0.6;
    private static final double BODY_SCORE_MIN = 0.5;
    private static final double BODY_OVERLAP_MAX = 0.6;
    private static final double COUNTS = 0.5;

    /** One face twice, as a coarse and as a fine grid see it, is not two people. */
    private static final double INSIDE_MAX = 0.5;

    private Company() {}

    /** How many people are near; at least one where anybody is. */
    static int count(Scene scene) {
        List<Face> faces = near(scene);
        List<Thing> bodies = bodies(scene);
        return Math.max(faces.size(), bodies.size());
    }

    /** How surely there is a second one, or null where there is not even a first. */
    static @Nullable Double second(Scene scene) {
        List<Double> faces = shares(scene.faces().stream()
                .filter(face -> face.score() >= Scene.FACE_SCORE_MIN)
                .filter(face -> !isPartOfAnother(face, scene))
                .toList());
        List<Thing> bodies = bodies(scene);
        if (faces.isEmpty() && bodies.isEmpty()) {
            return null;
        }
        double byFaces = faces.size() < 2 ? 0 : faces.get(1);
        double byBodies = bodies.size() < 2 ? 0 : bodies.get(1).score();
        return Math.max(byFaces, byBodies);
    }

    private static List<Face> near(Scene scene) {
        double widest = scene.faces().stream()
                .filter(face -> face.score() >= Scene.FACE_SCORE_MIN)
                .mapToDouble(face -> face.box().width())
                .max()
                .orElse(0);
        return scene.faces().stream()
                .filter(face -> face.score() >= Scene.FACE_SCORE_MIN && !isPartOfAnother(face, scene))
                .filter(face -> nearness(face.box().width() / widest) >= COUNTS)
                .toList();
    }

    /** The faces' sureness and nearness in one, the widest first. */
    private static List<Double> shares(List<Face> faces) {
        double widest =
                faces.stream().mapToDouble(face -> face.box().width()).max().orElse(0);
        return faces.stream()
                .sorted(Comparator.comparingDouble((Face face) -> face.box().width())
                        .reversed())
                .map(face -> face.score() * nearness(face.box().width() / widest))
                .toList();
    }

    private static boolean isPartOfAnother(Face face, Scene scene) {
        return scene.faces().stream()
                .anyMatch(other ->
                        other.box().area() > face.box().area() && covered(face.box(), other.box()) > INSIDE_MAX);
    }

    private static double covered(Box box, Box by) {
        return box.intersection(by).area() / box.area();
    }

    private static List<Thing> bodies(Scene scene) {
        List<Thing> sure = scene.things(Thing.Kind.PERSON)
                .filter(body -> body.score() >= BODY_SCORE_MIN)
                .toList();
        double largest =
                sure.stream().mapToDouble(body -> body.box().area()).max().orElse(0);
        List<Thing> apart = Found.surest(sure, BODY_OVERLAP_MAX, sure.size());
        return apart.stream()
                .filter(body -> nearness(body.box().area() / largest) >= COUNTS)
                .filter(body -> apart.stream()
                        .noneMatch(other -> !other.equals(body)
                                && other.box().area() > body.box().area()
                                && covered(body.box(), other.box()) > INSIDE_MAX))
                .toList();
    }

    private static double nearness(double share) {
        return Gaze.ramp(share, SHARE_FAR, SHARE_NEAR);
    }
}
