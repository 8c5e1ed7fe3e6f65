package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.capture.Frame;
import dev.kioskguard.adapter.opencv.detector.Detector;
import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.adapter.opencv.fuse.LensFirst;
import dev.kioskguard.adapter.opencv.health.LensWatch;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.vision.Sighting;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says what the frames of the mailbox show until it is told to stop. While the lens is blind nothing is looked for; a
 * detector that fails is made anew, ever later. One after another: never two runs at once.
 */
final class Detecting {

    private final Parts parts;
    private final LookoutStatus status;
    private final Listeners listeners;
    private final LensWatch watch;
    private @Nullable Detector detector;
    private long notBeforeNanos;
    private int failures;

    Detecting(Parts parts, LookoutStatus status, Listeners listeners) {
        this.parts = parts;
        this.status = status;
        this.listeners = listeners;
        this.watch = new LensWatch(parts.lens());
    }

    void run(Mailbox mailbox, CountDownLatch stop) {
        watch.resume();
        try (var lens = LensFirst.of(watch)) {
            Frame frame = mailbox.take();
            while (frame != null) {
                long began = System.nanoTime();
                try {
                    look(frame, lens, stop);
                } finally {
                    mailbox.giveBack(frame.pixels());
                }
                long left = parts.between().toNanos() - (System.nanoTime() - began);
                var unused = stop.await(left, TimeUnit.NANOSECONDS);
                frame = mailbox.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Frame frame, LensFirst lens, CountDownLatch stop) {
        Sighting sighting = null;
        try {
            Optional<Sighting> blind = lens.blind(frame.number(), frame.at(), frame.pixels());
            status.moved(watch.hasMoved());
            sighting = blind.isPresent() ? blind.get() : seen(frame);
        } catch (IOException | RuntimeException | LinkageError e) {
            failed(e);
        }
        if (sighting != null && stop.getCount() > 0) {
            listeners.tell(sighting, sighting.lens().sees() && detector != null ? detector.marks() : List.of());
        }
    }

    private @Nullable Sighting seen(Frame frame) throws IOException {
        if (detector == null) {
            if (failures > 0 && System.nanoTime() - notBeforeNanos < 0) {
                return null;
            }
            detector = parts.detectors().make();
        }
        Sighting saw = detector.look(frame);
        failures = 0;
        status.detector(DeviceStatus.ONLINE);
        return saw;
    }

    private void failed(Throwable trouble) {
        close();
        notBeforeNanos = System.nanoTime() + parts.backoff().longest(failures++).toNanos();
        status.detector(new DeviceStatus(
                State.HARDWARE_ERROR, "nothing can be told from the pictures: " + trouble.getMessage()));
    }

    /** Frees the detector; the next run makes another. Not during a run. */
    void close() {
        if (detector != null) {
            detector.close();
            detector = null;
        }
    }

    /** Who is told of what was seen. */
    interface Listeners {
        void tell(Sighting sighting, List<Mark> marks);
    }
}
