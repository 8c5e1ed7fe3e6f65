package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Faces;
import dev.kioskguard.adapter.opencv.detect.Found;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Palms;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Poses;
import dev.kioskguard.adapter.opencv.detect.Scan;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Square;
import dev.kioskguard.adapter.opencv.detect.Thing;
import dev.kioskguard.adapter.opencv.detect.Things;
import dev.kioskguard.adapter.opencv.infer.Inference;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.adapter.opencv.model.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The four detectors, and which part of a frame each looks at: faces and palms everywhere, and faces in every frame;
 * the body around the face; things, among them a phone that is small, in three parts. One thread.
 */
final class Eyes implements AutoCloseable {
    private static final double THINGS_OVERLAP_MAX = 0.5;

    private final Scan<List<Face>> faces;
    private final Scan<List<Palm>> palms;
    private final Scan<Pose> poses;
    private final Scan<List<Thing>> things;
    private final Turns turns = new Turns();
    private List<Palm> palmsSeen = List.of();
    private Pose bodySeen = Pose.UNSEEN;
    private final Map<Glance, List<Thing>> thingsSeen = new EnumMap<>(Glance.class);

    private Eyes(Scan<List<Face>> faces, Scan<List<Palm>> palms, Scan<Pose> poses, Scan<List<Thing>> things) {
        this.faces = faces;
        this.palms = palms;
        this.poses = poses;
        this.things = things;
    }

    static Eyes open(Models models) {
        List<Scan<?>> opened = new ArrayList<>();
        try {
            Inference face = open(models, Network.FACE);
            Scan<List<Face>> faces = Faces.by(face);
            opened.add(faces);
            Scan<List<Palm>> palms = Palms.by(Inference.openBeside(face, models.read(Network.PALM)));
            opened.add(palms);
            Scan<Pose> poses = Poses.by(open(models, Network.POSE));
            opened.add(poses);
            return new Eyes(faces, palms, poses, Things.by(open(models, Network.OBJECTS)));
        } catch (RuntimeException refused) {
            opened.forEach(Scan::close);
            throw refused;
        }
    }

    private static Inference open(Models models, Network network) {
        return Inference.open(models.read(network), network.side());
    }

    /** The next frame has nothing to do with the last one. */
    void begin(Pace pace) {
        turns.begin(pace);
    }

    Scene see(Mat frame, Instant at) {
        Square whole = Square.whole(frame);
        List<Face> found = faces.in(frame, whole);
        Optional<Face> nearest = Scene.nearest(found);
        for (Glance glance : turns.due(at, nearest.isPresent())) {
            take(glance, frame, square(glance, nearest, whole));
        }
        thingsSeen.keySet().retainAll(turns.believed());
        return new Scene(found, palmsSeen, bodySeen, surestThings());
    }

    private void take(Glance glance, Mat frame, Square square) {
        switch (glance) {
            case PALMS -> palmsSeen = palms.again(square); // where faces have just been looked for
            case BODY -> bodySeen = poses.in(frame, square);
            default -> thingsSeen.put(glance, things.in(frame, square));
        }
    }

    private static Square square(Glance glance, Optional<Face> nearest, Square whole) {
        return switch (glance) {
            case PALMS, THINGS -> whole;
            case BODY -> nearest.map(face -> below(face, 1.6, 7)).orElse(whole);
            case THINGS_AT_TORSO -> nearest.map(face -> below(face, 2, 6)).orElse(whole);
            case THINGS_AT_HEAD -> nearest.map(face -> below(face, 0.8, 4)).orElse(whole);
        };
    }

    /** A square whose middle is so many widths of the face below it, and so many wide. */
    private static Square below(Face face, double widthsBelow, double widths) {
        double width = Math.max(1, face.box().width());
        Spot middle = face.box().centre();
        return Square.around(new Spot(middle.x(), middle.y() + widthsBelow * width), widths * width);
    }

    private List<Thing> surestThings() {
        List<Thing> all = new ArrayList<>();
        for (Thing.Kind kind : Thing.Kind.values()) {
            List<Thing> ofKind = thingsSeen.values().stream()
                    .flatMap(List::stream)
                    .filter(thing -> thing.kind() == kind)
                    .toList();
            all.addAll(Found.surest(ofKind, THINGS_OVERLAP_MAX, Things.THINGS_MAX));
        }
        return all;
    }

    /** The time spent in the engine itself since this was opened. */
    Duration spentInNetworks() {
        return faces.spent().plus(palms.spent()).plus(poses.spent()).plus(things.spent());
    }

    @Override
    public void close() {
        faces.close();
        palms.close();
        poses.close();
        things.close();
    }
}
