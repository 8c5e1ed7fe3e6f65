package dev.kioskguard.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.vision.PlayedLookout;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.vision.watch.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guard owns the pad: what its camera does before, during and after a PIN. */
class CameraAroundAPinTest {

    private final RunnerBench bench = new RunnerBench(GuardState.EMPTY);
    private final PlayedLookout lookout = new PlayedLookout();
    private final PlayedPad keypad = new PlayedPad();
    private final Watch watch = new Watch(lookout, () -> RunnerBench.NOON);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itStopsBeforeTheFirstKeyAndLooksAgainAfterThePin() {
        var eyes = new Eyes(watch);
        eyes.want(true);
        assertThat(lookout.isTaking()).as("control: it looked").isTrue();

        CompletableFuture<PinBlock> asked = asked(eyes);
        assertThat(keypad.isSecret()).as("before the camera has stopped").isFalse();
        lookout.settle();
        assertThat(keypad.isSecret()).isTrue();
        assertThat(lookout.isTaking()).isFalse();

        keypad.keyed();
        assertThat(asked).isCompleted();
        assertThat(lookout.isTaking()).as("after the PIN").isTrue();
    }

    @Test
    void itLooksAgainAlsoAfterAPinThatNobodyFinished() {
        var eyes = new Eyes(watch);
        eyes.want(true);
        CompletableFuture<PinBlock> asked = asked(eyes);
        lookout.settle();

        keypad.cancelPin();

        assertThat(asked).isCompletedExceptionally();
        assertThat(lookout.isTaking()).isTrue();
    }

    @Test
    void itStaysAsItIsWhereTheWatchIsOverByThen() {
        var eyes = new Eyes(watch);
        eyes.want(true);
        var unused = asked(eyes);
        lookout.settle();
        eyes.want(false);

        keypad.keyed();

        assertThat(lookout.isTaking()).isFalse();
    }

    @Test
    void aCameraThatDoesNotSayInTimeThatItHasStoppedLetsNobodyKeyAPin() {
        var tooLate = new CompletableFuture<Void>();
        CompletableFuture<PinBlock> asked = asked(new Eyes(new Stopping(tooLate)));
        assertThat(asked).isNotDone();

        tooLate.completeExceptionally(
                new DeviceException(DeviceException.Fault.TIMEOUT, "stop looking", "it has not stopped"));

        assertThat(asked).isCompletedExceptionally();
        assertThat(keypad.isSecret()).as("the pad was never opened").isFalse();
    }

    private CompletableFuture<PinBlock> asked(Eyes eyes) {
        return new Pad(keypad, eyes, bench.guard)
                .pinBlock(PinBlock.Format.ISO_0, "key", "account")
                .toCompletableFuture();
    }

    /** A camera that has stopped when the test says so. */
    private record Stopping(CompletionStage<Void> stopped) implements SignalSource {

        @Override
        public void onSignal(Listener listener) {}

        @Override
        public CompletionStage<Void> watch(boolean on) {
            return stopped;
        }

        @Override
        public void close() {}
    }
}
