package dev.kioskguard.adapter.opencv.look;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.kioskguard.adapter.opencv.detector.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Small pictures with captions side by side in one large one, for somebody who wants to see what went wrong. One
 * thread; native memory until it is closed.
 */
final class ContactSheet implements AutoCloseable {
    /** Pictures that a sheet holds; the worst come first. */
    static final int PICTURES_MAX = 120;

    private static final int COLUMNS = 6;
    private static final int SIDE = 240;
    private static final int CAPTION = 36;
    private static final int LETTERS = 34;
    private static final double LETTER_SIZE = 0.38;

    private final List<Mat> cells = new ArrayList<>();

    boolean isFull() {
        return cells.size() >= PICTURES_MAX;
    }

    /** Adds a picture with what was found in it and two lines of text. */
    void add(Mat picture, List<Mark> marks, String first, String second) {
        double scale = Math.min((double) SIDE / picture.cols(), (double) SIDE / picture.rows());
        int wide = Math.max(1, (int) (picture.cols() * scale));
        int high = Math.max(1, (int) (picture.rows() * scale));
        try (var white = new Scalar(255, 255, 255, 0);
                var where = new Rect(0, 0, wide, high)) {
            var cell = new Mat(SIDE + CAPTION, SIDE, CV_8UC3, white);
            try (var shown = new Mat(cell, where)) {
                resize(picture, shown, shown.size(), 0, 0, INTER_AREA);
                marks.forEach(mark -> draw(shown, mark));
            }
            write(cell, first, SIDE + CAPTION / 2 - 4);
            write(cell, second, SIDE + CAPTION - 6);
            cells.add(cell);
        }
    }

    private static void draw(Mat on, Mark mark) {
        int left = (int) (mark.left() * on.cols());
        int top = (int) (mark.top() * on.rows());
        try (var colour = colour(mark.what());
                var box = new Rect(left, top, (int) Math.max(2, mark.width() * on.cols()), (int)
                        Math.max(2, mark.height() * on.rows()))) {
            rectangle(on, box, colour);
        }
    }

    /** Blue, green, red. */
    private static Scalar colour(String what) {
        return switch (what) {
            case "face", "point" -> new Scalar(0, 200, 0, 0);
            case "palm" -> new Scalar(255, 80, 0, 0);
            case "joint" -> new Scalar(220, 0, 220, 0);
            case "phone" -> new Scalar(0, 220, 255, 0);
            default -> new Scalar(160, 160, 160, 0);
        };
    }

    private static void write(Mat on, String text, int bottom) {
        String shown = text.length() > LETTERS ? text.substring(text.length() - LETTERS) : text;
        try (var at = new Point(2, bottom);
                var black = new Scalar(0, 0, 0, 0)) {
            putText(on, shown, at, FONT_HERSHEY_SIMPLEX, LETTER_SIZE, black, 1, LINE_AA, false);
        }
    }

    /**
     * Writes the sheet.
     *
     * @throws IOException where that is not possible
     */
    void write(Path png) throws IOException {
        int rows = Math.max(1, (cells.size() + COLUMNS - 1) / COLUMNS);
        try (var size = new Size(COLUMNS * SIDE, rows * (SIDE + CAPTION));
                var white = new Scalar(255, 255, 255, 0);
                var sheet = new Mat(size, CV_8UC3, white)) {
            for (int i = 0; i < cells.size(); i++) {
                try (var where = new Rect(i % COLUMNS * SIDE, i / COLUMNS * (SIDE + CAPTION), SIDE, SIDE + CAPTION);
                        var cell = new Mat(sheet, where)) {
                    cells.get(i).copyTo(cell);
                }
            }
            if (!imwrite(png.toString(), sheet)) {
                throw new IOException("the sheet cannot be written to " + png);
            }
        }
    }

    @Override
    public void close() {
        cells.forEach(Mat::close);
        cells.clear();
    }
}
