package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Box;
import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something found in a frame, to be drawn over it: left, top, width and height as shares of the frame. A point has no
 * size.
 */
public record Mark(String what, double score, double left, double top, double width, double height) {
    private static final double SHOWN_MIN = 0.2;

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
        return List.copyOf(marks);
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
