package dev.kioskguard.sim.camera;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.capture.Sources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Plays one clip, folder or stream in its own time, on a thread of its own, until it is over or closed. */
final class Projector implements AutoCloseable {

    private final String place;
    private final Consumer<byte[]> screen;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    /**
     * A projector.
     *
     * @param place as {@link Sources#open} takes it
     * @param screen is given each picture as JPEG
     */
    Projector(String place, Consumer<byte[]> screen) {
        this.place = place;
        this.screen = screen;
    }

    /** Begins; completes with the first picture, or fails with why there is none. */
    CompletableFuture<Void> start() {
        var thread = new Thread(this::play, "camera-projector");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    private void play() {
        try (Source source = Sources.open(place, () -> stop.getCount() == 0);
                var picture = new Mat();
                var jpeg = new BytePointer()) {
            long began = System.nanoTime();
            Duration at = source.take(picture);
            while (at != null && stop.getCount() > 0) {
                long early = at.toNanos() - (System.nanoTime() - began);
                if (!source.isLive() && stop.await(early, TimeUnit.NANOSECONDS)) {
                    return;
                }
                imencode(".jpg", picture, jpeg);
                var bytes = new byte[(int) jpeg.limit()];
                jpeg.get(bytes);
                screen.accept(bytes);
                begun.complete(null);
                at = source.take(picture);
            }
        } catch (SourceException | RuntimeException e) {
            begun.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            begun.completeExceptionally(new IllegalStateException("it was stopped before its first picture"));
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
