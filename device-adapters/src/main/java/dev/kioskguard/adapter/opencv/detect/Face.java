package dev.kioskguard.adapter.opencv.detect;

import java.util.List;

/**
 * A face and six points of it: where it is, not whose.
 *
 * @param points the eye and then the other eye as they stand from the left of an upright picture, nose, mouth, and the
 *     ears in the order of the eyes
 */
public record Face(double score, Box box, List<Spot> points) implements Found {

    public Face {
        points = List.copyOf(points);
    }

    public Spot leftEye() {
        return points.get(0);
    }

    public Spot rightEye() {
        return points.get(1);
    }

    public Spot nose() {
        return points.get(2);
    }

    public Spot mouth() {
        return points.get(3);
    }

    public Spot leftEar() {
        return points.get(4);
    }

    public Spot rightEar() {
        return points.get(5);
    }
}
