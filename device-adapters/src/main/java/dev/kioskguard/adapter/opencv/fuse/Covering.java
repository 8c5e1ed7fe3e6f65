package dev.kioskguard.adapter.opencv.fuse;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Spot;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Whether mouth and nose are hidden: skin has about the same colour above the eyes and around the mouth, cloth has not.
 * A beard, a shadow or a mask of the skin's colour deceive it, so it is a weak flag and no evidence.
 */
final class Covering {
    /** How different two patches of one bare face are at most, as a distance in CIE L*a*b*. */
    static final double DIFFERENCE_MAX = 45;

    /** Half the side of a patch, in widths of the face. */
    private static final double PATCH = 0.08;

    /** A face turned further than this shows too little of its mouth. */
    private static final double TURNED_MAX = 0.6;

    private Covering() {}

    /** Whether {@code face} is covered, or null where that cannot be told. */
    static @Nullable Boolean of(Face face, Mat frame) {
        Double difference = difference(face, frame);
        return difference == null ? null : difference > DIFFERENCE_MAX;
    }

    /** How different forehead and mouth are in colour, or null where not both are seen. */
    static @Nullable Double difference(Face face, Mat frame) {
        if (Gaze.away(face) > TURNED_MAX) {
            return null;
        }
        Spot eyes = face.leftEye().between(face.rightEye());
        double up = 0.6;
        var forehead = new Spot(
                eyes.x() + up * (eyes.x() - face.mouth().x()),
                eyes.y() + up * (eyes.y() - face.mouth().y()));
        double[] above = colour(frame, forehead, face.box().width() * PATCH);
        double[] below = colour(frame, face.mouth(), face.box().width() * PATCH);
        if (above.length == 0 || below.length == 0) {
            return null;
        }
        return Math.sqrt(square(above[0] - below[0]) + square(above[1] - below[1]) + square(above[2] - below[2]));
    }

    private static double square(double value) {
        return value * value;
    }

    /** The mean colour around {@code spot}; nothing where that is not all inside. */
    private static double[] colour(Mat frame, Spot spot, double half) {
        int side = (int) Math.max(1, Math.round(2 * half));
        int left = (int) Math.round(spot.x() - half);
        int top = (int) Math.round(spot.y() - half);
        if (left < 0 || top < 0 || left + side > frame.cols() || top + side > frame.rows()) {
            return new double[0];
        }
        try (var where = new Rect(left, top, side, side);
                var patch = new Mat(frame, where);
                var reals = new Mat();
                var lab = new Mat()) {
            patch.convertTo(reals, CV_32FC3, 1 / 255.0, 0);
            cvtColor(reals, lab, COLOR_BGR2Lab);
            try (Scalar middle = mean(lab)) {
                return new double[] {middle.get(0), middle.get(1), middle.get(2)};
            }
        }
    }
}
