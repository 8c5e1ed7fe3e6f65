package dev.kioskguard.adapter.opencv.detect;

import org.bytedeco.opencv.opencv_core.Mat;

/** A square of the frame, in pixels; it may reach outside. */
public record Square(double left, double top, double side) {

    public Square {
        if (!(side > 0)) {
            throw new IllegalArgumentException("a square has a side, not " + side);
        }
    }

    public static Square around(Spot centre, double side) {
        return new Square(centre.x() - side / 2, centre.y() - side / 2, side);
    }

    /** The smallest square that holds the whole of {@code frame}. */
    public static Square whole(Mat frame) {
        int side = Math.max(frame.cols(), frame.rows());
        return new Square((frame.cols() - side) / 2.0, (frame.rows() - side) / 2.0, side);
    }

    /** The point of the frame at {@code x} and {@code y}, which are shares of the square. */
    Spot spot(double x, double y) {
        return new Spot(left + x * side, top + y * side);
    }

    /** The box around a middle, by shares of the square. */
    Box box(double x, double y, double width, double height) {
        Spot centre = spot(x, y);
        return Box.around(centre.x(), centre.y(), width * side, height * side);
    }
}
