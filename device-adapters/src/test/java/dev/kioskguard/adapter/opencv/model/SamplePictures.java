package dev.kioskguard.adapter.opencv.model;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Assumptions;

/**
 * Two pictures out of a package that is pinned to the byte: a face from the front, and a whole body with its arms
 * spread and its head turned to the left. Where they are not there, whoever asks is skipped. The caller closes them.
 */
public final class SamplePictures {
    private static final Pattern PICTURE = Pattern.compile("export const (\\w+)[^`]*`([^`]*)`");

    private SamplePictures() {}

    /** 256 pixels wide and high. */
    public static Mat face() {
        return picture("face");
    }

    /** 1,200 pixels wide and high. */
    public static Mat body() {
        return picture("body");
    }

    /** The face before a wall, 1,280 by 960; {@code step} sways it a little. */
    public static Mat portrait(int step) {
        var room = new Mat(960, 1280, CV_8UC3, new Scalar(200, 200, 200, 0));
        try (Mat face = face();
                var large = new Mat();
                var size = new Size(500, 500)) {
            resize(face, large, size);
            lay(large, room, 390 + sway(step), 60);
        }
        return room;
    }

    /** The same with a hand of the other picture beside the face, as if there were a phone in it. */
    public static Mat handAtTheEar(int step) {
        Mat room = portrait(step);
        try (Mat body = body();
                var at = new Rect(855, 500, 110, 140);
                Mat part = body.apply(at);
                var up = new Mat();
                var hand = new Mat();
                var size = new Size(220, 280)) {
            rotate(part, up, ROTATE_180);
            resize(up, hand, size);
            lay(hand, room, 820 + sway(step), 180);
        }
        return room;
    }

    private static int sway(int step) {
        return step % 5 * 3;
    }

    private static void lay(Mat what, Mat on, int left, int top) {
        try (var at = new Rect(left, top, what.cols(), what.rows());
                Mat there = on.apply(at)) {
            what.copyTo(there);
        }
    }

    private static Mat picture(String name) {
        Path file = PreparedModels.folder().resolveSibling("samples").resolve("sample.ts");
        Assumptions.assumeTrue(
                Files.isRegularFile(file), "no target/samples: ./kiosk test fetches them where it can reach npm");
        try {
            Matcher pictures = PICTURE.matcher(Files.readString(file));
            while (pictures.find()) {
                if (pictures.group(1).equals(name)) {
                    return decoded(Base64.getMimeDecoder().decode(pictures.group(2)));
                }
            }
            throw new AssertionError("no picture called " + name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Mat decoded(byte[] jpeg) {
        try (var bytes = new BytePointer(jpeg);
                var encoded = new Mat(bytes)) {
            return imdecode(encoded, IMREAD_COLOR);
        }
    }
}
