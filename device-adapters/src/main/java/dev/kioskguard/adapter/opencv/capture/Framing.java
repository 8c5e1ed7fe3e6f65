package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import dev.kioskguard.vision.View.Turn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Turns, covers and cuts pictures as a terminal's {@link View} says. For one thread. */
public final class Framing implements AutoCloseable {

    private final View view;
    private final Mat turned = new Mat();
    private final Scalar black = new Scalar(0, 0, 0, 0);

    public Framing(View view) {
        this.view = view;
    }

    /** Makes of a picture as it came what may be seen of it; what {@code raw} holds afterwards is covered too. */
    public void apply(Mat raw, Mat into) {
        Mat upright = upright(raw);
        for (Region mask : view.masks()) {
            try (Rect at = outside(mask, upright);
                    Mat part = upright.apply(at)) {
                part.put(black);
            }
        }
        if (view.turn() != Turn.NONE) {
            raw.put(black);
        }
        try (Rect at = inside(view.region(), upright);
                Mat part = upright.apply(at)) {
            part.copyTo(into);
        }
    }

    private Mat upright(Mat raw) {
        switch (view.turn()) {
            case NONE -> {
                return raw;
            }
            case RIGHT -> rotate(raw, turned, ROTATE_90_CLOCKWISE);
            case OVER -> rotate(raw, turned, ROTATE_180);
            case LEFT -> rotate(raw, turned, ROTATE_90_COUNTERCLOCKWISE);
        }
        return turned;
    }

    /** Returns the pixels of a part, and those that it only touches. */
    private static Rect outside(Region part, Mat picture) {
        int left = part.left() * picture.cols() / 100;
        int top = part.top() * picture.rows() / 100;
        int right = ((part.left() + part.width()) * picture.cols() + 99) / 100;
        int bottom = ((part.top() + part.height()) * picture.rows() + 99) / 100;
        return new Rect(left, top, right - left, bottom - top);
    }

    /** Returns the pixels of a part, at least one. */
    private static Rect inside(Region part, Mat picture) {
        int left = Math.min(part.left() * picture.cols() / 100, picture.cols() - 1);
        int top = Math.min(part.top() * picture.rows() / 100, picture.rows() - 1);
        return new Rect(
                left,
                top,
                Math.max(1, part.width() * picture.cols() / 100),
                Math.max(1, part.height() * picture.rows() / 100));
    }

    @Override
    public void close() {
        turned.close();
        black.close();
    }
}
