package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Box;
import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Thing;
import dev.kioskguard.adapter.opencv.detector.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a scene is worth drawing over its frame. */
final class Marks {
    private static final double SHOWN_MIN = 0.2;

    private Marks() {}

    /** Faces, palms, joints and things as shares of the frame, at most {@link Mark#MARKS_MAX}, faces first. */
    static List<Mark> of(Scene scene, Optional<Face> nearest, Box frame) {
        List<Mark> marks = new ArrayList<>();
        for (Face face : scene.faces()) {
            boolean isNearest = nearest.isPresent() && nearest.get().equals(face);
            marks.add(of(isNearest ? "face" : "other face", face.score(), face.box(), frame));
        }
        nearest.ifPresent(face -> face.points().forEach(point -> marks.add(of("point", face.score(), point, frame))));
        for (Palm palm : scene.palms()) {
            if (palm.score() >= SHOWN_MIN) {
                marks.add(of("palm", palm.score(), palm.box(), frame));
            }
        }
        for (Pose.Joint joint : scene.pose().joints()) {
            if (joint.score() >= SHOWN_MIN) {
                marks.add(of("joint", joint.score(), joint.at(), frame));
            }
        }
        for (Thing thing : scene.things()) {
            if (thing.score() >= SHOWN_MIN) {
                marks.add(of(thing.kind().name().toLowerCase(Locale.ROOT), thing.score(), thing.box(), frame));
            }
        }
        return marks.stream().limit(Mark.MARKS_MAX).toList();
    }

    private static Mark of(String what, double score, Spot spot, Box frame) {
        return new Mark(what, score, spot.x() / frame.width(), spot.y() / frame.height(), 0, 0);
    }

    private static Mark of(String what, double score, Box box, Box frame) {
        return new Mark(
                what,
                score,
                box.left() / frame.width(),
                box.top() / frame.height(),
                box.width() / frame.width(),
                box.height() / frame.height());
    }
}
