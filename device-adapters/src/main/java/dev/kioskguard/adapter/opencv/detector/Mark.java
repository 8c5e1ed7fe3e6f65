package dev.kioskguard.adapter.opencv.detector;

/**
 * Something found in a frame and where, for an engineer who looks on; a point has no width and no height.
 *
 * @param what such as {@code face}, {@code palm} or {@code phone}
 * @param score 0 to 1
 * @param left of the frame's width, 0 to 1; the others alike
 */
public record Mark(String what, double score, double left, double top, double width, double height) {

    /** Marks that a frame may have. */
    public static final int MARKS_MAX = 64;
}
