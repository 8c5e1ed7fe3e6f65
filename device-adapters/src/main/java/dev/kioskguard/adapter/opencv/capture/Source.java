package dev.kioskguard.adapter.opencv.capture;

import java.time.Duration;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Pictures one after another, as they come.
 *
 * <p>For one thread. What it holds is native memory and must be closed.
 */
public interface Source extends AutoCloseable {

    /** The longest side that a picture is handed on with, in pixels; larger ones are made smaller. */
    int SIDE_PX_MAX = 1280;

    /** The shortest side that says anything, in pixels. */
    int SIDE_PX_MIN = 16;

    /** How long a picture stands that says nothing about its time. */
    Duration STILL = Duration.ofMillis(200);

    /** The largest picture that is taken in at all, in pixels. */
    int PIXELS_MAX = 24_000_000;

    /**
     * Takes the next picture, waiting for it.
     *
     * @param into is made to fit: 8-bit BGR
     * @return how far into the source the picture lies; null after the last one
     * @throws SourceException when none comes; the source must then be closed
     */
    @Nullable
    Duration take(Mat into) throws SourceException;

    /** Returns whether pictures come when they happen; those of a clip can be had at once. */
    boolean isLive();

    @Override
    void close();
}
