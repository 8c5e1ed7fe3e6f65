package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.kioskguard.device.DeviceStatus.State;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Decoded pictures to BGR, none with a side longer than {@link Source#SIDE_PX_MAX}. */
final class Scaler implements AutoCloseable {

    /**
     * What a line's length is rounded up to, in bytes: FFmpeg writes in such steps, also past the end of a line. A
     * picture is therefore never converted right into a Mat, whose last line ends with its memory.
     */
    private static final int ALIGNED_BYTES = 64;

    private final AVFrame bgr = av_frame_alloc();
    private @Nullable SwsContext context;

    /**
     * Converts one picture.
     *
     * @throws SourceException when it is too small to say anything, or of a form that cannot be converted
     */
    void convert(AVFrame picture, Mat into) throws SourceException {
        int width = picture.width();
        int height = picture.height();
        double scale = Math.min(1, Source.SIDE_PX_MAX / (double) Math.max(width, height));
        int toWidth = (int) Math.round(width * scale);
        int toHeight = (int) Math.round(height * scale);
        if (Math.min(toWidth, toHeight) < Source.SIDE_PX_MIN) {
            throw new SourceException(
                    State.HARDWARE_ERROR,
                    "a picture of %d x %d pixels shows nothing; set the camera to 640 x 480".formatted(width, height));
        }
        context = sws_getCachedContext(
                context,
                width,
                height,
                picture.format(),
                toWidth,
                toHeight,
                AV_PIX_FMT_BGR24,
                SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        if (context == null || !isSized(toWidth, toHeight)) {
            throw new SourceException(State.HARDWARE_ERROR, "the video's colours cannot be converted");
        }
        sws_scale(context, picture.data(), picture.linesize(), 0, height, bgr.data(), bgr.linesize());
        try (var lines = new Mat(toHeight, toWidth, CV_8UC3, bgr.data(0), bgr.linesize(0))) {
            lines.copyTo(into);
        }
    }

    private boolean isSized(int width, int height) {
        if (bgr.width() == width && bgr.height() == height) {
            return true;
        }
        av_frame_unref(bgr);
        bgr.format(AV_PIX_FMT_BGR24);
        bgr.width(width);
        bgr.height(height);
        return av_frame_get_buffer(bgr, ALIGNED_BYTES) >= 0;
    }

    @Override
    public void close() {
        sws_freeContext(context);
        av_frame_free(bgr);
    }
}
