package dev.kioskguard.adapter.opencv.detect;

/** An upright rectangle of the frame, in pixels; it may reach outside. */
public record Box(double left, double top, double right, double bottom) {

    static Box around(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    public Spot centre() {
        return new Spot((left + right) / 2, (top + bottom) / 2);
    }

    /** What both share of what either covers, from 0 to 1. */
    public double overlap(Box other) {
        double shared = intersection(other).area();
        double either = area() + other.area() - shared;
        return either <= 0 ? 0 : shared / either;
    }

    /** What both share; of no area where they share nothing. */
    public Box intersection(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }
}
