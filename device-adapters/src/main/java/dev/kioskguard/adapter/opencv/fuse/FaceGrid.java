package dev.kioskguard.adapter.opencv.fuse;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Spot;

/**
 * Places told from a face: how far to its side and how far below its middle, in widths of the face, tilted with it.
 * Whoever stands nearer or leans gives the same numbers.
 */
record FaceGrid(Spot middle, double width, double downX, double downY) {

    /** A bump of height 1 at {@code middle} that has fallen to about a third at one {@code spread} from it. */
    static double bump(double value, double middle, double spread) {
        double away = (value - middle) / spread;
        return Math.exp(-away * away);
    }

    static FaceGrid of(Face face) {
        Spot eyes = face.leftEye().between(face.rightEye());
        double x = face.mouth().x() - eyes.x();
        double y = face.mouth().y() - eyes.y();
        double length = Math.hypot(x, y);
        boolean flat = length == 0;
        return new FaceGrid(
                face.box().centre(), Math.max(1, face.box().width()), flat ? 0 : x / length, flat ? 1 : y / length);
    }

    /** How far to either side of the face's middle line. */
    double aside(Spot spot) {
        return Math.abs((spot.x() - middle.x()) * downY - (spot.y() - middle.y()) * downX) / width;
    }

    /** How far below the face's middle; negative above. */
    double below(Spot spot) {
        return ((spot.x() - middle.x()) * downX + (spot.y() - middle.y()) * downY) / width;
    }

    double distance(Spot one, Spot other) {
        return one.distance(other) / width;
    }
}
