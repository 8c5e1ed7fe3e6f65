package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Faces;
import dev.kioskguard.adapter.opencv.detect.Found;
import dev.kioskguard.adapter.opencv.detect.Palms;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Poses;
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
 * The four detectors, and which part of a frame each looks at. Faces and palms are looked for everywhere, the body
 * around the face. A phone is small, so things are looked for in three parts: of a picture in all of them, of a stream
 * in one a frame, in turn, and what the others gave is remembered for a moment. One thread.
 */
final class Eyes implements AutoCloseable {
    /** How long what was seen in a part of a stream is believed. */
    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final double THINGS_OVERLAP_MAX = 0.5;

    private enum Part {
        ALL,
        TORSO,
        HEAD
    }

    /** What one part held, and when. */
    private record Seen(Instant at, List<Thing> things) {}

    private final Faces faces;
    private final Palms palms;
    private final Poses poses;
    private final Things things;
    private final Pace pace;
    private final Map<Part, Seen> memory = new EnumMap<>(Part.class);
    private int turn;

    private Eyes(Faces faces, Palms palms, Poses poses, Things things, Pace pace) {
        this.faces = faces;
        this.palms = palms;
        this.poses = poses;
        this.things = things;
        this.pace = pace;
    }

    static Eyes open(Models models, Pace pace) {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            var faces = new Faces(open(models, Network.FACE));
            opened.add(faces);
            var palms = new Palms(open(models, Network.PALM));
            opened.add(palms);
            var poses = new Poses(open(models, Network.POSE));
            opened.add(poses);
            return new Eyes(faces, palms, poses, new Things(open(models, Network.OBJECTS)), pace);
        } catch (RuntimeException refused) {
            opened.forEach(Eyes::closeQuietly);
            throw refused;
        }
    }

    private static Inference open(Models models, Network network) {
        return Inference.open(models.read(network), network.side());
    }

    private static void closeQuietly(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception alreadyFailing) {
            throw new IllegalStateException(alreadyFailing);
        }
    }

    Scene see(Mat frame, Instant at) {
        Square whole = Square.whole(frame);
        List<Face> found = faces.in(frame, whole);
        Optional<Face> nearest = Scene.nearest(found);
        Pose pose = poses.in(frame, nearest.map(face -> below(face, 1.6, 7)).orElse(whole));
        for (Part part : due(nearest.isPresent())) {
            memory.put(part, new Seen(at, things.in(frame, square(part, nearest, whole))));
        }
        return new Scene(found, palms.in(frame, whole), pose, remembered(at));
    }

    private List<Part> due(boolean anybody) {
        if (!anybody) {
            memory.remove(Part.TORSO);
            memory.remove(Part.HEAD);
            return List.of(Part.ALL);
        }
        if (pace == Pace.PICTURES) {
            return List.of(Part.values());
        }
        turn = (turn + 1) % Part.values().length;
        return List.of(Part.values()[turn]);
    }

    private static Square square(Part part, Optional<Face> nearest, Square whole) {
        return switch (part) {
            case ALL -> whole;
            case TORSO -> nearest.map(face -> below(face, 2, 6)).orElse(whole);
            case HEAD -> nearest.map(face -> below(face, 0.8, 4)).orElse(whole);
        };
    }

    /** A square whose middle is so many widths of the face below it, and so many wide. */
    private static Square below(Face face, double widthsBelow, double widths) {
        double width = Math.max(1, face.box().width());
        Spot middle = face.box().centre();
        return Square.around(new Spot(middle.x(), middle.y() + widthsBelow * width), widths * width);
    }

    private List<Thing> remembered(Instant at) {
        memory.values().removeIf(seen -> seen.at().plus(REMEMBERED).isBefore(at));
        List<Thing> all = new ArrayList<>();
        for (Thing.Kind kind : Thing.Kind.values()) {
            List<Thing> ofKind = memory.values().stream()
                    .flatMap(seen -> seen.things().stream())
                    .filter(thing -> thing.kind() == kind)
                    .toList();
            all.addAll(Found.surest(ofKind, THINGS_OVERLAP_MAX, Things.THINGS_MAX));
        }
        return all;
    }

    void forget() {
        memory.clear();
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
