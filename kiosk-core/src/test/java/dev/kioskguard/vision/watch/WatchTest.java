package dev.kioskguard.vision.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.vision.PlayedLookout;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Scores CALL = new Scores(0.9, 0.0, 0.0, 0.0, 0.0, 0.0);

    private final PlayedLookout lookout = new PlayedLookout();
    private final List<SignalChange> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private long frame;
    private final Watch watch = new Watch(lookout, () -> now);

    WatchTest() {
        watch.onSignal(told::add);
    }

    @Test
    void itTellsWhatTheRulesSayWhileItLooks() {
        sees(CALL, 4);
        assertThat(told).as("not told to look").isEmpty();

        looks();
        sees(CALL, 4);

        assertThat(told).extracting(SignalChange::signal).containsExactly(Signal.CALL_AT_EAR);
        assertThat(told.get(0).holds()).isTrue();
    }

    @Test
    void itHasStoppedOnlyWhenTheLookoutHasAndEverySignalHasEnded() {
        looks();
        sees(CALL, 4);

        CompletableFuture<Void> stopped = stops();

        assertThat(stopped).isNotDone();
        assertThat(told.get(told.size() - 1).holds()).isFalse();
        int before = told.size();
        // A frame that was on its way shows nothing any more.
        sees(CALL, 4);
        assertThat(told).hasSize(before);
        lookout.settle();
        assertThat(stopped).isCompleted();
    }

    @Test
    void aLookoutThatDoesNotSayThatItHasStoppedIsWaitedForFiveSecondsAndThenItHasFailed() {
        assertThat(Watch.STOP_TIMEOUT).isEqualTo(Duration.ofSeconds(5));
        var impatient = new Watch(lookout, () -> now, Duration.ofMillis(20));
        assertThat(impatient.watch(true).toCompletableFuture()).isCompleted();

        assertThat(impatient.watch(false).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(DeviceException.class)
                .withMessageContaining("no PIN may be keyed");
    }

    @Test
    void whatWasSeenBeforeItStoppedIsForgottenWhenItLooksAgain() {
        looks();
        sees(CALL, 1.5);
        CompletableFuture<Void> stopped = stops();
        lookout.settle();
        assertThat(stopped).isCompleted();
        looks();
        sees(CALL, 1.5);

        assertThat(told).isEmpty();
    }

    @Test
    void aLookoutThatIsAwayOrSilentIsBlindAndNoException() {
        lookout.status = new DeviceStatus(DeviceStatus.State.OFFLINE, "the cable is out");
        looks();
        assertThat(watch.obstacle()).contains("the cable is out");
        passes(2);
        assertThat(told).isEmpty();

        passes(4);

        assertThat(told).extracting(SignalChange::signal).containsExactly(Signal.CAMERA_BLIND);
        lookout.status = DeviceStatus.ONLINE;
        assertThat(watch.obstacle()).contains("camera-silent");
        sees(Scores.UNKNOWN, 6);
        assertThat(told.get(told.size() - 1).holds()).isFalse();
        assertThat(watch.obstacle()).isEmpty();
    }

    @Test
    void aCameraWithAFrameEveryThreeSecondsIsToldThoughItIsThere() {
        looks();
        for (int i = 0; i < 4; i++) {
            passes(3);
            sees(CALL, 0.2);
        }

        assertThat(told).extracting(SignalChange::signal).containsExactly(Signal.CAMERA_BLIND);
        assertThat(watch.obstacle()).contains("camera-slow");
        sees(CALL, 3);
        assertThat(watch.obstacle()).as("it is fast again").isEmpty();
    }

    @Test
    void nobodyIsBlindWhileNobodyLooks() {
        passes(60);

        assertThat(told).isEmpty();
        watch.close();
        assertThat(lookout.isClosed()).isTrue();
    }

    private void looks() {
        assertThat(watch.watch(true).toCompletableFuture()).isCompleted();
    }

    private CompletableFuture<Void> stops() {
        return watch.watch(false).toCompletableFuture();
    }

    private void passes(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            watch.look();
        }
    }

    private void sees(Scores scores, double seconds) {
        for (int i = 0; i < seconds * 5; i++) {
            now = now.plusMillis(200);
            lookout.takes(new Sighting(frame++, now, 1, 1, null, scores, Lens.CLEAR, List.of(), Duration.ZERO));
        }
    }
}
