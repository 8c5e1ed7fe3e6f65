package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ConfigStatus;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RunnerBench bench = new RunnerBench(GuardState.EMPTY.with(Means.ALL)).started();
    private ConfigStatus config = new ConfigStatus(RunnerBench.NOON, null);
    private Health health;

    @BeforeEach
    void open(@TempDir Path data) {
        Path shipped = Path.of("..", "config");
        try (var watch = ConfigWatch.open(shipped.resolve("kiosk.yaml"), () -> RunnerBench.NOON)) {
            var words = ContentInUse.of(shipped, watch.current(), data);
            words.begin(RunnerBench.NOON);
            health = new Health(
                    bench.guard,
                    new MemoryJournal(RANDOM),
                    ClearanceKeys.inMemory(RANDOM),
                    OpenDevices.none(),
                    new Health.Facts("T-1", words, () -> config));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anEffectThatDidNotComeAboutIsToldWithWhatToDo() {
        assertThat(health.report()).as("control").containsEntry("status", "ok").doesNotContainKey("undone");
        bench.hands = effect -> {
            throw new IllegalStateException("broken hand");
        };

        bench.guard
                .offer(at -> RunnerBench.began(at, "s-1"))
                .toCompletableFuture()
                .join();

        assertThat(health.report()).containsEntry("status", "degraded");
        assertThat(health.report().get("undone").toString()).contains("TellVisit", "restart");
    }

    @Test
    void aPartThatDoesNotHeedTheConfigurationIsTold() {
        config = new ConfigStatus(RunnerBench.NOON, null, "a part goes by the one before");

        assertThat(health.report()).containsEntry("status", "degraded");
        assertThat(health.report().get("config").toString()).contains("a part goes by the one before");
    }
}
