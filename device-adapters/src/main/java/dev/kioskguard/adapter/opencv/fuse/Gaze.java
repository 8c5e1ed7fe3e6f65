package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Face;

/**
 * Where a face is turned, from its six points alone. One frame tells little: how far down a camera sees a face turned
 * depends on where it hangs, so that whoever uses these must know how the same face looked before.
 */
final class Gaze {
    /** Where the nose stands between the eyes (0) and the mouth (1) of a face that looks straight ahead, and lower. */
    private static final double NOSE_LEVEL = 0.45;

    private static final double NOSE_LOW = 0.85;

    /** How far the nose stands from the middle between the ears (0) towards one of them (1). */
    private static final double TURN_MIN = 0.25;

    private static final double TURN_FULL = 0.85;

    private Gaze() {}

    static double down(Face face) {
        var grid = FaceGrid.of(face);
        double eyes = grid.below(face.leftEye().between(face.rightEye()));
        double height = grid.below(face.mouth()) - eyes;
        return height <= 0 ? 0 : ramp((grid.below(face.nose()) - eyes) / height, NOSE_LEVEL, NOSE_LOW);
    }

    static double away(Face face) {
        double ears = face.rightEar().x() - face.leftEar().x();
        double nose = face.nose().x() - (face.leftEar().x() + face.rightEar().x()) / 2;
        return ears <= 0 ? 1 : ramp(Math.abs(nose) / (ears / 2), TURN_MIN, TURN_FULL);
    }

    static double ramp(double value, double zero, double one) {
        return Math.max(0, Math.min(1, (value - zero) / (one - zero)));
    }
}
