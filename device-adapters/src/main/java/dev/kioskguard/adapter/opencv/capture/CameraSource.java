package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_DSHOW;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_MSMF;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_BUFFERSIZE;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_HEIGHT;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_PROP_FRAME_WIDTH;
import static org.bytedeco.opencv.global.opencv_videoio.CAP_V4L2;

import dev.kioskguard.device.DeviceStatus.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;

/**
 * A camera of this machine by its number: Video4Linux, or Media Foundation and then DirectShow.
 *
 * <p>A camera that hangs lets a take wait for up to ten seconds; OpenCV has no way to end that sooner.
 */
final class CameraSource implements Source {

    private static final int WIDTH_PX = 640;
    private static final int HEIGHT_PX = 480;

    private final int number;
    private final VideoCapture camera;
    private final long beganNanos = System.nanoTime();

    private CameraSource(int number, VideoCapture camera) {
        this.number = number;
        this.camera = camera;
    }

    static CameraSource open(int number, String operatingSystem) throws SourceException {
        if (operatingSystem.equals("Linux") && !Files.exists(Path.of("/dev/video" + number))) {
            throw missing(number);
        }
        var camera = new VideoCapture();
        for (int way : operatingSystem.startsWith("Windows") ? List.of(CAP_MSMF, CAP_DSHOW) : List.of(CAP_V4L2)) {
            if (camera.open(number, way)) {
                camera.set(CAP_PROP_FRAME_WIDTH, WIDTH_PX);
                camera.set(CAP_PROP_FRAME_HEIGHT, HEIGHT_PX);
                camera.set(CAP_PROP_BUFFERSIZE, 1); // what waits in the driver is old
                return new CameraSource(number, camera);
            }
        }
        camera.close();
        throw missing(number);
    }

    private static SourceException missing(int number) {
        return new SourceException(
                State.NO_DEVICE,
                "camera %d cannot be opened; check its cable, and that no other program has it".formatted(number));
    }

    @Override
    public Duration take(Mat into) throws SourceException {
        if (!camera.read(into) || into.empty()) {
            throw new SourceException(
                    State.OFFLINE, "camera %d gives no picture any more; check its cable".formatted(number));
        }
        int side = Math.max(into.cols(), into.rows());
        if (side > SIDE_PX_MAX) {
            try (var size = new Size(into.cols() * SIDE_PX_MAX / side, into.rows() * SIDE_PX_MAX / side);
                    var large = into.clone()) {
                resize(large, into, size, 0, 0, INTER_AREA);
            }
        }
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void close() {
        camera.release();
        camera.close();
    }
}
