package dev.kioskguard.adapter.opencv.detect;

/** A point of the frame, in pixels from its upper left corner; it may lie outside. */
public record Spot(double x, double y) {

    public double distance(Spot other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point half way to {@code other}. */
    public Spot between(Spot other) {
        return new Spot((x + other.x) / 2, (y + other.y) / 2);
    }
}
