package dev.kioskguard.adapter.opencv.detector;

import dev.kioskguard.adapter.opencv.capture.Frame;
import dev.kioskguard.vision.Sighting;
import java.io.IOException;
import java.util.List;

/** Says what frames show, one after another; some are left out. For one thread; what it holds is native memory. */
public interface Detector extends AutoCloseable {

    /**
     * Returns what a frame shows. It keeps nothing of the frame.
     *
     * @throws RuntimeException when it cannot tell; it is then closed and another made
     */
    Sighting look(Frame frame);

    /** Returns what was found in the frame of the last look, at most {@link Mark#MARKS_MAX}. */
    List<Mark> marks();

    @Override
    void close();

    /** Makes a detector. */
    @FunctionalInterface
    interface Maker {

        /**
         * Loads what it takes.
         *
         * @throws IOException when something is missing or damaged, with what to do
         */
        Detector make() throws IOException;
    }
}
