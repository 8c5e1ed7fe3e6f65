package dev.kioskguard.adapter.opencv.detect;

/** A point of the frame, in pixels from its upper left corner; it may lie outside. */
public record Spot(double x, double y) {

    public double distance(Spot other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point half way to {@code other}. */
    public Spot between(Spot other) {
        return towards(other, 0.5);
    }

    /** The point so large a share of the way to {@code other}; beyond it above one, and behind this below zero. */
    public Spot towards(Spot other, double share) {
        return new Spot(x + share * (other.x - x), y + share * (other.y - y));
    }
}
