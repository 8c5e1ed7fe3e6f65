package dev.kioskguard.adapter.opencv.detect;

import java.util.Collections;
import java.util.List;

/** One person's body as seventeen joints, in COCO's order. */
public record Pose(List<Joint> joints) {
    public static final int NOSE = 0;
    public static final int LEFT_EAR = 3;
    public static final int RIGHT_EAR = 4;
    public static final int LEFT_SHOULDER = 5;
    public static final int RIGHT_SHOULDER = 6;
    public static final int LEFT_ELBOW = 7;
    public static final int RIGHT_ELBOW = 8;
    public static final int LEFT_WRIST = 9;
    public static final int RIGHT_WRIST = 10;

    static final int JOINTS = 17;

    /** A body of which nothing has been seen. */
    public static final Pose UNSEEN = new Pose(Collections.nCopies(JOINTS, new Joint(0, new Spot(0, 0))));

    public Pose {
        joints = List.copyOf(joints);
    }

    public Joint joint(int number) {
        return joints.get(number);
    }

    /** One joint; a score below about 0.2 is a guess. */
    public record Joint(double score, Spot at) {}
}
