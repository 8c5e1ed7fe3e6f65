package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Thing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that was found in one frame. */
record Scene(List<Face> faces, List<Palm> palms, Pose pose, List<Thing> things) {

    /** A face that is less sure than this is nobody to tell anything of. */
    static final double FACE_SCORE_MIN = 0.5;

    Scene {
        faces = List.copyOf(faces);
        palms = List.copyOf(palms);
        things = List.copyOf(things);
    }

    /** The face of whoever stands before the machine: the largest of the sure ones. */
    static Optional<Face> nearest(List<Face> faces) {
        return faces.stream()
                .filter(face -> face.score() >= FACE_SCORE_MIN)
                .max(Comparator.comparingDouble(
                        face -> face.score() * face.box().width()));
    }

    Stream<Thing> things(Thing.Kind... kinds) {
        var wanted = List.of(kinds);
        return things.stream().filter(thing -> wanted.contains(thing.kind()));
    }
}
