package dev.kioskguard.adapter.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.capture.Frame;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.detector.Detector;
import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.device.Backoff;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.View;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenCvLookoutTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** Pictures that may be taken; each take waits for one. */
    private final Semaphore pictures = new Semaphore(0);

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicBoolean unplugged = new AtomicBoolean();
    private final List<Sighting> seen = new CopyOnWriteArrayList<>();
    private volatile Detector.Maker maker = () -> new Counting();
    private final OpenCvLookout lookout = new OpenCvLookout(
            DeviceAddress.of("opencv:0"),
            new Parts(
                    stopped -> new Scripted(stopped),
                    () -> maker.make(),
                    LensRules.STANDARD,
                    Duration.ZERO,
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)),
                    new Random(1)));

    @AfterEach
    void close() {
        lookout.close();
    }

    private void begin() {
        lookout.prepare(View.WHOLE, () -> NOON);
        lookout.onSighting(seen::add);
        lookout.look(true);
    }

    @Test
    void nothingIsOpenedBeforeItLooks() {
        assertThat(lookout.status().state()).isEqualTo(State.STARTING);
        assertThat(opened).hasValue(0);
    }

    @Test
    void framesAreSeenInOrderAndStampedByTheClockThatWasHandedIn() {
        begin();
        for (int i = 1; i <= 5; i++) {
            pictures.release();
            int sofar = i;
            await().until(() -> seen.size() == sofar);
        }
        assertThat(seen).extracting(Sighting::frame).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(seen).allSatisfy(sighting -> assertThat(sighting.at()).isEqualTo(NOON));
        assertThat(lookout.status().isOnline()).isTrue();
    }

    @Test
    void afterItHasCeasedNoFrameIsTakenAndNoSightingTold() throws Exception {
        begin();
        pictures.release(3);
        await().until(() -> !seen.isEmpty());
        lookout.look(false).toCompletableFuture().get(10, TimeUnit.SECONDS);
        int takenThen = taken.get();
        int seenThen = seen.size();

        pictures.release(50);
        assertThat(closed).as("the camera is closed").hasValue(opened.get());
        lookout.look(false).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(taken).hasValue(takenThen);
        assertThat(seen).hasSize(seenThen);

        lookout.look(true);
        lookout.look(true);
        await().until(() -> seen.size() > seenThen); // control: it would have
        assertThat(seen).extracting(Sighting::frame).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aSlowDetectorSeesTheNewestFrameAndNeverTheOnesBetween() {
        var slow = new Semaphore(0);
        maker = () -> new Counting() {
            @Override
            public Sighting look(Frame frame) {
                slow.acquireUninterruptibly();
                return super.look(frame);
            }
        };
        begin();
        pictures.release();
        await().until(slow::hasQueuedThreads);
        pictures.release(40);
        await().until(() -> taken.get() == 41);
        slow.release(2);

        await().until(() -> seen.size() == 2);
        assertThat(seen).extracting(Sighting::frame).containsExactly(0L, 40L);
        slow.release(100);
    }

    @Test
    void aCameraThatVanishesIsSaidToBeGoneAndComesBackByItself() {
        begin();
        pictures.release();
        await().until(() -> seen.size() == 1);
        unplugged.set(true);
        pictures.release();
        await().until(() -> lookout.status().state() == State.OFFLINE && opened.get() > 3);
        assertThat(lookout.status().detail()).contains("cable");

        unplugged.set(false);
        pictures.release();
        await().until(() -> lookout.status().isOnline());
        assertThat(closed.get()).as("every camera that broke off is closed").isEqualTo(opened.get() - 1);
    }

    @Test
    void aDetectorThatFailsIsAStatusAndIsMadeAnew() {
        var broken = new AtomicBoolean(true);
        maker = () -> {
            if (broken.get()) {
                throw new IOException("a model is damaged; run ./kiosk test");
            }
            return new Counting();
        };
        begin();
        pictures.release(5);
        await().until(() -> lookout.status().state() == State.HARDWARE_ERROR);
        assertThat(lookout.status().detail()).contains("a model is damaged");
        assertThat(seen).isEmpty();

        broken.set(false);
        await().until(() -> {
            pictures.release();
            return !seen.isEmpty();
        });
        await().until(() -> lookout.status().isOnline());
    }

    @Test
    void aFrameThatADetectorChokesOnIsAStatusAndTheNextIsSeen() {
        var choked = new AtomicInteger();
        maker = () -> new Counting() {
            @Override
            public Sighting look(Frame frame) {
                if (choked.getAndIncrement() < 3) {
                    throw new IllegalStateException("choked");
                }
                return super.look(frame);
            }
        };
        begin();
        await().until(() -> {
            pictures.release();
            return !seen.isEmpty();
        });
        assertThat(choked.get()).isGreaterThan(3);
    }

    private final class Scripted implements Source {

        private final BooleanSupplier stopped;

        Scripted(BooleanSupplier stopped) throws SourceException {
            this.stopped = stopped;
            opened.incrementAndGet();
        }

        @Override
        public Duration take(Mat into) throws SourceException {
            try {
                while (!pictures.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                    if (stopped.getAsBoolean() || unplugged.get()) {
                        throw new SourceException(State.OFFLINE, "check its cable");
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (unplugged.get()) {
                throw new SourceException(State.OFFLINE, "check its cable");
            }
            try (Mat drawn = Drawn.picture(64, 48, taken.getAndIncrement() % 16)) {
                drawn.copyTo(into);
            }
            return Duration.ZERO;
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static class Counting implements Detector {

        @Override
        public Sighting look(Frame frame) {
            return new Sighting(
                    frame.number(), frame.at(), 1, 1, null, Scores.UNKNOWN, Lens.CLEAR, List.of(), Duration.ZERO);
        }

        @Override
        public List<Mark> marks() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
