package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Box;
import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Thing;
import java.util.ArrayList;
import java.util.List;

/** Faces, and what is around them, as if they had been found: a face 100 pixels wide that looks into the camera. */
final class DrawnFace {
    static final double WIDTH = 100;

    private DrawnFace() {}

    /** A face whose middle is there. */
    static Face at(double x, double y) {
        return of(x, y, WIDTH, 0, 0);
    }

    /** A face so wide. */
    static Face wide(double x, double y, double width) {
        return of(x, y, width, 0, 0);
    }

    /** A face whose nose has gone aside and down from where it is in the middle, in widths of the face. */
    static Face turned(double aside, double down) {
        return of(300, 300, WIDTH, aside, down);
    }

    private static Face of(double x, double y, double width, double aside, double down) {
        var box = new Box(x - width / 2, y - width / 2, x + width / 2, y + width / 2);
        return new Face(
                0.9,
                box,
                List.of(
                        new Spot(x - 0.2 * width, y - 0.15 * width),
                        new Spot(x + 0.2 * width, y - 0.15 * width),
                        new Spot(x + aside * width, y + (0.03 + down) * width),
                        new Spot(x, y + 0.25 * width),
                        new Spot(x - 0.45 * width, y - 0.1 * width),
                        new Spot(x + 0.45 * width, y - 0.1 * width)));
    }

    static Palm palm(double score, double x, double y) {
        return new Palm(score, around(x, y, 60), List.of(new Spot(x, y)));
    }

    static Thing thing(Thing.Kind kind, double score, double x, double y, double side) {
        return new Thing(kind, score, around(x, y, side));
    }

    private static Box around(double x, double y, double side) {
        return new Box(x - side / 2, y - side / 2, x + side / 2, y + side / 2);
    }

    /** A body of which only the right arm was seen, with the same certainty. */
    static Pose arm(double score, Spot shoulder, Spot elbow, Spot wrist) {
        var joints = new ArrayList<>(Pose.UNSEEN.joints());
        joints.set(Pose.RIGHT_SHOULDER, new Pose.Joint(score, shoulder));
        joints.set(Pose.RIGHT_ELBOW, new Pose.Joint(score, elbow));
        joints.set(Pose.RIGHT_WRIST, new Pose.Joint(score, wrist));
        return new Pose(joints);
    }
}
