package dev.kioskguard.adapter.opencv.fuse;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Spot;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Whether mouth and nose are hidden: skin is warm, red and yellow, above the eyes as around the mouth and in whatever
 * light; white, blue and black cloth is not. Red cloth and a mask of the skin's colour deceive it, and it was measured
 * on masks that were painted, so it is a weak flag and no evidence.
 */
final class Covering {
    /** The share of its warmth that a bare face loses at most: one in fifty of the tuning set loses more. */
    static final double LOST_MAX = 0.7;

    /** A forehead that is less warm, as a* and b* of CIE L*a*b* together, is hair, a hat, or a colourless picture. */
    private static final double WARMTH_MIN = 4;

    /** Half the side of a patch, in widths of the face. */
    private static final double PATCH = 0.08;

    /** A face turned further than this shows too little of its mouth. */
    private static final double TURNED_MAX = 0.6;

    private Covering() {}

    /** Whether {@code face} is covered, or null where that cannot be told. */
    static @Nullable Boolean of(Face face, Mat frame) {
        OptionalDouble lost = lost(face, frame);
        return lost.isEmpty() ? null : lost.getAsDouble() > LOST_MAX;
    }

    /** The share of the forehead's warmth that is not there around the mouth; nothing where not both are seen. */
    static OptionalDouble lost(Face face, Mat frame) {
        if (Gaze.away(face) > TURNED_MAX) {
            return OptionalDouble.empty();
        }
        Spot eyes = face.leftEye().between(face.rightEye());
        Spot mouth = face.mouth();
        double half = face.box().width() * PATCH;
        OptionalDouble above = warmth(frame, mouth.towards(eyes, 1.6), half);
        if (above.isEmpty()
                || above.getAsDouble() < WARMTH_MIN
                || warmth(frame, mouth, half).isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] below = Stream.of(
                        mouth,
                        mouth.towards(face.leftEar(), 0.45),
                        mouth.towards(face.rightEar(), 0.45),
                        mouth.towards(eyes, -0.35))
                .map(spot -> warmth(frame, spot, half))
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        // Of an even number the colder one in the middle: lips are warmer than what is around them.
        return OptionalDouble.of(1 - below[(below.length - 1) / 2] / above.getAsDouble());
    }

    /** How warm it is around {@code spot}, and no colder than grey; nothing where that is not all inside. */
    private static OptionalDouble warmth(Mat frame, Spot spot, double half) {
        int side = (int) Math.max(1, Math.round(2 * half));
        int left = (int) Math.round(spot.x() - half);
        int top = (int) Math.round(spot.y() - half);
        if (left < 0 || top < 0 || left + side > frame.cols() || top + side > frame.rows()) {
            return OptionalDouble.empty();
        }
        try (var where = new Rect(left, top, side, side);
                var patch = new Mat(frame, where);
                var reals = new Mat();
                var lab = new Mat()) {
            patch.convertTo(reals, CV_32FC3, 1 / 255.0, 0);
            cvtColor(reals, lab, COLOR_BGR2Lab);
            try (Scalar middle = mean(lab)) {
                return OptionalDouble.of(Math.max(0, middle.get(1) + middle.get(2)));
            }
        }
    }
}
