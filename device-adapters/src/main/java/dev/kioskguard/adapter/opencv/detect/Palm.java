package dev.kioskguard.adapter.opencv.detect;

import java.util.List;

/**
 * The palm of a hand.
 *
 * @param points wrist, roots of index, middle, ring and little finger, and two of the thumb
 */
public record Palm(double score, Box box, List<Spot> points) implements Found {

    public Palm {
        points = List.copyOf(points);
    }

    public Spot wrist() {
        return points.get(0);
    }
}
