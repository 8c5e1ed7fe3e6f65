package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.capture.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * One waiting frame, the newest: whoever looks slowly looks at fewer frames, never at old ones. Three pictures go round
 * and no more are ever made: one being filled, one waiting, one being looked at. Thread-safe.
 */
final class Mailbox implements AutoCloseable {

    private static final int PICTURES = 3;

    private final Deque<Mat> blank = new ArrayDeque<>(PICTURES);
    private @Nullable Frame waiting;
    private boolean closed;

    /** Returns a picture to be filled. */
    synchronized Mat blank() {
        return blank.isEmpty() ? new Mat() : blank.pop();
    }

    /** Puts a frame in, in the place of one that still waits. */
    synchronized void put(Frame frame) {
        if (waiting != null) {
            giveBack(waiting.pixels());
        }
        waiting = frame;
        if (closed) {
            empty();
        }
        notifyAll();
    }

    /** Waits for a frame; null once the box is closed. */
    synchronized @Nullable Frame take() throws InterruptedException {
        while (waiting == null && !closed) {
            wait();
        }
        Frame taken = waiting;
        waiting = null;
        return taken;
    }

    /** Takes back a picture that has been looked at, or was not filled after all. */
    synchronized void giveBack(Mat picture) {
        if (closed) {
            picture.close();
        } else {
            blank.push(picture);
        }
    }

    /** Ends the waiting, and forgets whatever waits. */
    @Override
    public synchronized void close() {
        closed = true;
        empty();
        notifyAll();
    }

    private void empty() {
        if (waiting != null) {
            waiting.pixels().close();
            waiting = null;
        }
        blank.forEach(Mat::close);
        blank.clear();
    }
}
