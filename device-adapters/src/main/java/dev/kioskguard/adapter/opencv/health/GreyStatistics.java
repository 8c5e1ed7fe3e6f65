package dev.kioskguard.adapter.opencv.health;

import static org.bytedeco.opencv.global.opencv_core.CV_16S;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.zip.CRC32;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Takes the {@link Grey} of pictures. For one thread; its buffers are native memory. */
public final class GreyStatistics implements AutoCloseable {

    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;

    private final Mat reduced = new Mat();
    private final Mat small = new Mat();
    private final Mat cells = new Mat();
    private final Mat edges = new Mat();
    private final Mat mean = new Mat();
    private final Mat deviation = new Mat();
    private final Size smallSize = new Size(WIDTH_PX, HEIGHT_PX);
    private final Size cellsSize = new Size(Grey.COLUMNS, Grey.ROWS);

    /** Returns the numbers of an 8-bit BGR picture. */
    public Grey of(Mat picture) {
        resize(picture, reduced, smallSize, 0, 0, INTER_AREA);
        cvtColor(reduced, small, COLOR_BGR2GRAY);
        meanStdDev(small, mean, deviation);
        double light = first(mean);
        double contrast = first(deviation);
        Laplacian(small, edges, CV_16S);
        meanStdDev(edges, mean, deviation);
        double sharpness = first(deviation) * first(deviation);
        resize(small, cells, cellsSize, 0, 0, INTER_AREA);
        return new Grey(light, contrast, sharpness, bytes(cells), checksum(small));
    }

    private static double first(Mat one) {
        return one.<DoubleBuffer>createBuffer().get(0);
    }

    private static byte[] bytes(Mat flat) {
        var bytes = new byte[Grey.CELLS];
        flat.<ByteBuffer>createBuffer().get(bytes);
        return bytes;
    }

    private static long checksum(Mat flat) {
        var checksum = new CRC32();
        checksum.update(flat.<ByteBuffer>createBuffer());
        return checksum.getValue();
    }

    @Override
    public void close() {
        reduced.close();
        small.close();
        cells.close();
        edges.close();
        mean.close();
        deviation.close();
        smallSize.close();
        cellsSize.close();
    }
}
