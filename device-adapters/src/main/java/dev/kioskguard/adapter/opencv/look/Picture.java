package dev.kioskguard.adapter.opencv.look;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.bytedeco.opencv.opencv_core.Mat;

/** A picture file, opened no sooner than its head says that it is of a bearable size. */
final class Picture {
    /** Twice what a large camera gives; a file of a few bytes can claim a thousand times as much. */
    static final long PIXELS_MAX = 50_000_000;

    private Picture() {}

    /**
     * Reads a picture, turned as its camera says. The caller closes it.
     *
     * @throws IOException where there is none, or one that is too large or broken
     */
    static Mat read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no picture at " + file);
        }
        if (pixels(file) > PIXELS_MAX) {
            throw new IOException("%s has more than %d pixels".formatted(file, PIXELS_MAX));
        }
        Mat picture = imread(file.toString(), IMREAD_COLOR);
        if (picture.empty()) {
            picture.close();
            throw new IOException(file + " is no picture, or a broken one");
        }
        return picture;
    }

    private static long pixels(Path file) throws IOException {
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException(file + " is no picture of a kind that is looked at");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } catch (RuntimeException hostile) {
                throw new IOException(file + " is no picture, or a broken one", hostile);
            } finally {
                reader.dispose();
            }
        }
    }
}
