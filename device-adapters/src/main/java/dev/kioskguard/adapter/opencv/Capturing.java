package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.capture.Frame;
import dev.kioskguard.adapter.opencv.capture.Framing;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.vision.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.opencv.opencv_core.Mat;

/** Takes pictures into the mailbox until it is told to stop; a source that breaks off is opened again, ever later. */
final class Capturing implements Runnable {

    private final Parts parts;
    private final Setting setting;
    private final CountDownLatch stop;
    private final Mailbox mailbox;
    private final LookoutStatus status;
    private int attempt;
    private Instant last = Instant.MIN;

    Capturing(Parts parts, Setting setting, CountDownLatch stop, Mailbox mailbox, LookoutStatus status) {
        this.parts = parts;
        this.setting = setting;
        this.stop = stop;
        this.mailbox = mailbox;
        this.status = status;
    }

    @Override
    public void run() {
        try (var framing = new Framing(setting.view());
                var raw = new Mat()) {
            while (!isStopped()) {
                DeviceStatus trouble = takeAll(framing, raw);
                if (!isStopped()) {
                    Duration wait = parts.backoff().before(attempt++, parts.chance());
                    status.camera(trouble);
                    pause(wait);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes pictures as long as they come, and returns why they do no more. */
    private DeviceStatus takeAll(Framing framing, Mat raw) throws InterruptedException {
        try (Source source = parts.opening().open(this::isStopped)) {
            long began = System.nanoTime();
            while (!isStopped()) {
                Duration at = source.take(raw);
                if (at == null) {
                    status.camera(new DeviceStatus(State.NO_DEVICE, "the clip has been played to its end"));
                    stop.await();
                    break;
                }
                if (!source.isLive()) {
                    pause(at.minusNanos(System.nanoTime() - began));
                }
                hand(framing, raw);
            }
            return DeviceStatus.ONLINE;
        } catch (SourceException e) {
            return e.status();
        } catch (RuntimeException | LinkageError e) {
            // Native code says so whatever it cannot make sense of, and where it cannot be loaded.
            return new DeviceStatus(State.HARDWARE_ERROR, "the camera's pictures cannot be read: " + e.getMessage());
        }
    }

    private void hand(Framing framing, Mat raw) {
        if (isStopped()) {
            return;
        }
        Mat picture = mailbox.blank();
        try {
            framing.apply(raw, picture);
        } catch (RuntimeException e) {
            mailbox.giveBack(picture);
            throw e;
        }
        status.size(raw.cols(), raw.rows());
        mailbox.put(new Frame(setting.numbers().getAndIncrement(), now(), picture));
        attempt = 0;
        status.camera(DeviceStatus.ONLINE);
    }

    /** The clock may be set back; frames come one after another all the same. */
    private Instant now() {
        Instant now = setting.clock().instant();
        last = now.isBefore(last) ? last : now;
        return last;
    }

    private void pause(Duration time) throws InterruptedException {
        if (!time.isNegative()) {
            var unused = stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /**
     * What the frames of one look are like.
     *
     * @param numbers counts the frames of all looks
     */
    record Setting(View view, InstantSource clock, AtomicLong numbers) {}
}
