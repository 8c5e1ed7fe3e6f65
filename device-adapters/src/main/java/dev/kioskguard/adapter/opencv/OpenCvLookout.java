package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.vision.Lookout;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A camera of this machine or beside it, open only while it looks.
 *
 * <p>One thread takes pictures and one looks at them; both end with the look. No picture is written anywhere.
 */
public final class OpenCvLookout implements Lookout, Inspected {

    /** What native code takes of a thread's stack: networks overran the usual megabyte, and took the process along. */
    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private final DeviceAddress address;
    private final Parts parts;
    private final LookoutStatus status = new LookoutStatus();
    private final AtomicLong numbers = new AtomicLong();
    private final Detecting detecting;
    private volatile Consumer<Sighting> sightings = seen -> {};
    private volatile BiConsumer<Sighting, List<Mark>> marks = (seen, where) -> {};
    private View view = View.WHOLE;
    private InstantSource clock = () -> Instant.EPOCH;
    private @Nullable Look now;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private boolean closed;

    public OpenCvLookout(DeviceAddress address, Parts parts) {
        this.address = address;
        this.parts = parts;
        this.detecting = new Detecting(parts, status, this::tell);
    }

    @Override
    public DeviceAddress address() {
        return address;
    }

    @Override
    public DeviceStatus status() {
        return status.get();
    }

    @Override
    public void onStatus(Consumer<DeviceStatus> listener) {
        status.tell(listener);
    }

    @Override
    public List<Fact> inspect() {
        return status.size().isEmpty() ? List.of() : List.of(new Fact(Kind.MODEL, "picture", status.size()));
    }

    @Override
    public synchronized void prepare(View how, InstantSource by) {
        view = how;
        clock = by;
    }

    @Override
    public void onSighting(Consumer<Sighting> listener) {
        sightings = listener;
    }

    /** Registers the one listener that is also told where in the frame things were found, for an engineer to see. */
    public void onMarks(BiConsumer<Sighting, List<Mark>> listener) {
        marks = listener;
    }

    private void tell(Sighting seen, List<Mark> where) {
        sightings.accept(seen);
        marks.accept(seen, where);
    }

    @Override
    public synchronized CompletionStage<Void> look(boolean on) {
        if (on && now == null && !closed) {
            var next = new Look(new Capturing.Setting(view, clock, numbers));
            now = next;
            ended = ended.thenCompose(before -> next.begin());
        } else if (!on && now != null) {
            now.stop();
            now = null;
        }
        return on ? CompletableFuture.completedFuture(null) : ended.copy();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            look(false);
            closed = true;
            ended = ended.thenRun(detecting::close);
        }
    }

    /** One look, from its beginning to its end. */
    private final class Look {

        private final CountDownLatch stop = new CountDownLatch(1);
        private final Mailbox mailbox = new Mailbox();
        private final Capturing capturing;

        Look(Capturing.Setting setting) {
            capturing = new Capturing(parts, setting, stop, mailbox, status);
        }

        /** Completes when both threads have ended. */
        CompletableFuture<Void> begin() {
            return CompletableFuture.allOf(
                    thread("camera", capturing), thread("look", () -> detecting.run(mailbox, stop)));
        }

        void stop() {
            stop.countDown();
            mailbox.close();
        }
    }

    private static CompletableFuture<Void> thread(String name, Runnable work) {
        var done = new CompletableFuture<Void>();
        var thread = new Thread(
                null,
                () -> {
                    try {
                        work.run();
                    } finally {
                        done.complete(null);
                    }
                },
                "opencv-" + name,
                STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
