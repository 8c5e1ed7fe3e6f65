package dev.kioskguard.web.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ScreenPresenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final AtomicReference<Instant> wall = new AtomicReference<>(RunnerBench.NOON);
    private final AtomicInteger listening = new AtomicInteger();

    @Test
    void aPageThatIsLostWhileNothingCanBeWrittenIsLostAllTheSame() {
        try (var bench = new RunnerBench(GuardState.EMPTY).started()) {
            var presence = new ScreenPresence(bench.guard, wall::get, GRACE, listening::get);
            presence.seen();
            await().atMost(PATIENCE).until(() -> bench.guard.state().means().screen());

            bench.diskFull = true;
            wall.set(wall.get().plus(GRACE));
            presence.check();
            bench.awaitTrouble();
            assertThat(bench.guard.state().means().screen()).as("control").isTrue();
            bench.diskFull = false;

            await().atMost(PATIENCE).until(() -> !bench.guard.state().means().screen());
        }
    }

    @Test
    void aPageThatListensIsThereHoweverLongItSaysNothing() {
        try (var bench = new RunnerBench(GuardState.EMPTY).started()) {
            var presence = new ScreenPresence(bench.guard, wall::get, GRACE, listening::get);
            listening.set(1);
            presence.seen();
            for (int looks = 0; looks < 3; looks++) {
                wall.set(wall.get().plus(GRACE));
                presence.check();
            }
            await().atMost(PATIENCE).until(() -> bench.guard.state().means().screen());
            assertThat(bench.kinds()).containsExactly("ScreenChanged");
        }
    }
}
