package dev.kioskguard.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.PinBlock;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.vision.PlayedLookout;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.vision.watch.Watch;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 5: no camera frame is taken while a PIN is being entered (V15), however things fall together. */
class NoFrameInsideAPinTest {

    private static final int FLOWS = 5_000; // of each ownership
    private static final int STEPS = 25;

    private final RunnerBench bench = new RunnerBench(GuardState.EMPTY);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whereTheGuardOwnsThePad() {
        Count count = flows(FLOWS, UnaryOperator.identity(), true);

        assertThat(count.inside).isZero();
        count.saidEnough();
    }

    @Test
    void whereTheApplicationAnnouncesThePin() {
        Count count = flows(FLOWS, UnaryOperator.identity(), false);

        assertThat(count.inside).isZero();
        count.saidEnough();
    }

    @Test
    void controlACameraThatSaysTooEarlyThatItHasStoppedIsCaught() {
        assertThat(flows(100, Hasty::new, true).inside).isPositive();
        assertThat(flows(100, Hasty::new, false).inside).isPositive();
    }

    private Count flows(int flows, UnaryOperator<SignalSource> with, boolean hosted) {
        var count = new Count();
        for (long seed = 1; seed <= flows; seed++) {
            var flow = new Flow(with, hosted, new Random(seed), count);
            for (int i = 0; i < STEPS; i++) {
                flow.step();
            }
        }
        return count;
    }

    /** How often something happened in all flows. */
    private static final class Count {
        int inside;
        int frames;
        int pins;
        int interrupted;

        /** Control: the flows do come to what they are about. */
        void saidEnough() {
            assertThat(frames).isGreaterThan(FLOWS);
            assertThat(pins).isGreaterThan(FLOWS);
            assertThat(interrupted)
                    .as("PIN entries that were asked for in the middle of a watch")
                    .isGreaterThan(FLOWS / 20);
        }
    }

    /** One customer at one machine, with everything that takes time taking any time. */
    private final class Flow {
        private final PlayedLookout lookout = new PlayedLookout();
        private final PlayedPad keypad = new PlayedPad();
        private final Random chance;
        private final Count count;
        private final boolean hosted;
        private final Eyes eyes;
        private final Pad pad;
        private final BesideTerminal beside;
        private boolean announced;

        Flow(UnaryOperator<SignalSource> with, boolean hosted, Random chance, Count count) {
            this.chance = chance;
            this.count = count;
            this.hosted = hosted;
            eyes = new Eyes(with.apply(new Watch(lookout, () -> RunnerBench.NOON)));
            pad = new Pad(keypad, eyes, bench.guard);
            beside = new BesideTerminal(eyes);
        }

        void step() {
            switch (chance.nextInt(9)) {
                case 0, 1 -> eyes.want(chance.nextInt(3) > 0);
                case 2 -> ask();
                case 3 -> end();
                case 4, 5 -> lookout.settle();
                case 6 -> pad.listen(chance.nextBoolean());
                default -> frame();
            }
        }

        private void frame() {
            if (lookout.isTaking()) {
                count.frames++;
                if (keypad.isSecret() || announced) {
                    count.inside++;
                }
            }
        }

        private void ask() {
            count.interrupted += lookout.isTaking() ? 1 : 0;
            if (hosted) {
                CompletionStage<PinBlock> asked = pad.pinBlock(PinBlock.Format.ISO_0, "key", "account");
                count.pins += asked.toCompletableFuture().isCompletedExceptionally() ? 0 : 1;
            } else {
                count.pins++;
                var unused = beside.stopCamera().thenRun(() -> announced = true).toCompletableFuture();
            }
        }

        private void end() {
            if (hosted) {
                keypad.finish(chance);
            } else if (announced) {
                announced = false;
                beside.resumeCamera();
            }
        }
    }

    /** A camera that acknowledges at once, whatever it is still doing. */
    private record Hasty(SignalSource source) implements SignalSource {

        @Override
        public void onSignal(Listener listener) {
            source.onSignal(listener);
        }

        @Override
        public CompletionStage<Void> watch(boolean on) {
            var unused = source.watch(on).toCompletableFuture();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
