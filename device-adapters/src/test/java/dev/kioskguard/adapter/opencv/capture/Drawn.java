package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_OPENCV_MJPEG;

import java.nio.file.Path;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;

/** Pictures and clips that tests draw: a light disc that goes from left to right before a grey wall with bars. */
public final class Drawn {

    private static final int BARS = 8;

    private Drawn() {}

    /** A picture; {@code step} moves the disc. */
    public static Mat picture(int width, int height, int step) {
        var wall = new Scalar(90, 90, 90, 0);
        var bar = new Scalar(170, 150, 130, 0);
        var disc = new Scalar(240, 235, 230, 0);
        var picture = new Mat(height, width, CV_8UC3, wall);
        for (int i = 0; i < BARS; i += 2) {
            opencv_imgproc.rectangle(
                    picture,
                    new Point(i * width / BARS, height / 8),
                    new Point((i + 1) * width / BARS, height * 7 / 8),
                    bar,
                    FILLED,
                    8,
                    0);
        }
        circle(picture, new Point(width / 4 + step * width / 64, height / 2), height / 6, disc, FILLED, 8, 0);
        return picture;
    }

    public static byte[] jpeg(int width, int height, int step) {
        return encoded(".jpg", width, height, step);
    }

    static byte[] encoded(String form, int width, int height, int step) {
        var bytes = new BytePointer();
        try (var picture = picture(width, height, step)) {
            imencode(form, picture, bytes);
            var array = new byte[(int) bytes.limit()];
            bytes.get(array);
            return array;
        } finally {
            bytes.close();
        }
    }

    /** Writes a clip of 160 x 120 pixels at ten pictures a second. */
    public static Path clip(Path file, int pictures) {
        return clip(file, pictures, step -> picture(160, 120, step));
    }

    /** Writes a clip of a lens with a hand over it, of the same measures. */
    public static Path coveredClip(Path file, int pictures) {
        return clip(file, pictures, step -> {
            try (var palm = new Scalar(40, 42, 44, 0)) {
                return new Mat(120, 160, CV_8UC3, palm);
            }
        });
    }

    /** Writes a clip of whatever is drawn for each number, at ten pictures a second. */
    public static Path clip(Path file, int pictures, IntFunction<Mat> drawn) {
        try (var first = drawn.apply(0);
                var size = first.size();
                var writer = new VideoWriter(
                        file.toString(),
                        CAP_OPENCV_MJPEG,
                        VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G'),
                        10,
                        size)) {
            for (int i = 0; i < pictures; i++) {
                try (var picture = drawn.apply(i)) {
                    writer.write(picture);
                }
            }
            writer.release();
        }
        return file;
    }
}
