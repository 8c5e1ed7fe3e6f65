package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Lights;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class LightsRoundTest {

    private static final Duration HAND = Duration.ofSeconds(60);
    private static final Duration MOVE = Duration.ofSeconds(10);

    private final Keyboard keyboard = new Keyboard();
    private final PlayedLights lights = new PlayedLights();

    private Outcome work() throws InterruptedException {
        return new LightsRound(lights, keyboard.before(HAND), MOVE).work();
    }

    @Test
    void lightsThatWereSeenPassAndGoOut() throws InterruptedException {
        keyboard.whenAsked("shine", () -> {
            assertThat(lights.now).hasSize(4).containsValue(Lights.Flash.CONTINUOUS);
            keyboard.type("y");
        });

        assertThat(work()).satisfies(seen -> assertThat(seen.grade()).isEqualTo(Grade.PASS));
        assertThat(lights.now.values()).containsOnly(Lights.Flash.OFF);
    }

    @Test
    void whoeverIsAskedHasTheWholeTimeThatIsPromised() {
        assertThat(LightsRound.limit(keyboard.before(HAND), MOVE)).isGreaterThan(HAND.plus(MOVE.multipliedBy(8)));
    }

    @Test
    void whereOneFailsTheOthersGoOut() throws InterruptedException {
        lights.fails = (light, flash) -> light == Lights.Light.STATUS_IN_SERVICE && flash != Lights.Flash.OFF;

        assertThat(work()).satisfies(seen -> {
            assertThat(seen.grade()).isEqualTo(Grade.FAIL);
            assertThat(seen.seen()).contains("lamp gone").doesNotContain("still be on");
        });
        assertThat(lights.now.values()).hasSize(3).containsOnly(Lights.Flash.OFF);
    }

    @Test
    void anInterruptDoesNotLeaveThemOn() throws InterruptedException {
        keyboard.whenAsked("shine", Thread.currentThread()::interrupt);

        work();

        assertThat(Thread.interrupted()).as("left for whoever asked").isTrue();
        assertThat(lights.now.values()).hasSize(4).containsOnly(Lights.Flash.OFF);
    }

    @Test
    void oneThatCannotBePutOutFails() throws InterruptedException {
        lights.fails = (light, flash) -> light == Lights.Light.PIN_PAD && flash == Lights.Flash.OFF;
        keyboard.answer("shine", "y");

        assertThat(work()).satisfies(seen -> {
            assertThat(seen.grade()).isEqualTo(Grade.FAIL);
            assertThat(seen.seen()).contains("may still be on", "lamp gone");
        });
        assertThat(lights.now).containsEntry(Lights.Light.STATUS_SUPERVISOR, Lights.Flash.OFF);
    }

    /** Lights that answer at once. */
    private static final class PlayedLights extends PlayedDevice implements Lights {

        private final Map<Light, Flash> now = new EnumMap<>(Light.class);
        private BiPredicate<Light, Flash> fails = (light, flash) -> false;

        @Override
        public CompletionStage<Void> set(Light light, Flash flash, Duration timeout) {
            if (fails.test(light, flash)) {
                return CompletableFuture.failedFuture(new DeviceException(Fault.OTHER, "set light", "lamp gone"));
            }
            now.put(light, flash);
            return CompletableFuture.completedFuture(null);
        }
    }
}
