package dev.kioskguard.adapter.opencv.capture;

import java.time.Duration;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Clips and pictures one after another, once or round and round. What cannot be read is passed over. */
final class SequenceSource implements Source {

    private final List<Opening> parts;
    private final boolean loop;
    private int next;
    private int failedInARow;
    private @Nullable Source now;
    private Duration before = Duration.ZERO;
    private @Nullable Duration reached;

    /**
     * A sequence.
     *
     * @param parts at least one
     */
    SequenceSource(List<Opening> parts, boolean loop) {
        this.parts = List.copyOf(parts);
        this.loop = loop;
    }

    @Override
    public @Nullable Duration take(Mat into) throws SourceException {
        while (true) {
            Source open = now;
            if (open == null) {
                if (next == parts.size() && !loop) {
                    return null;
                }
                open = openNext();
            }
            Duration at = open == null ? null : takeFrom(open, into);
            if (at != null) {
                failedInARow = 0;
                reached = before.plus(at);
                return reached;
            }
        }
    }

    /** Opens the next part, or says why none of them can be read. */
    private @Nullable Source openNext() throws SourceException {
        next = next % parts.size();
        before = reached == null ? Duration.ZERO : reached.plus(STILL);
        try {
            now = parts.get(next++).open();
        } catch (SourceException e) {
            failed(e);
        }
        return now;
    }

    private @Nullable Duration takeFrom(Source open, Mat into) throws SourceException {
        Duration at = null;
        try {
            at = open.take(into);
        } catch (SourceException e) {
            leave();
            failed(e);
        }
        if (at == null) {
            leave();
        }
        return at;
    }

    private void failed(SourceException e) throws SourceException {
        if (++failedInARow >= parts.size()) {
            throw e;
        }
    }

    private void leave() {
        if (now != null) {
            now.close();
            now = null;
        }
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void close() {
        leave();
    }

    /** Opens one part. */
    @FunctionalInterface
    interface Opening {
        Source open() throws SourceException;
    }
}
