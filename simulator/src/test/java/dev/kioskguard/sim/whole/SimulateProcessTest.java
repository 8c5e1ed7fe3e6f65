package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SimulateProcessTest {

    private static final int STOPPED_WITHIN_S = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void itSaysWhereItServesInOrderAndEndsCleanlyWhenAsked() throws Exception {
        Premises premises = Premises.in(folder);
        try (ChildSimulation child = ChildSimulation.start(premises)) {
            assertThat(child.lines()).hasSize(4);
            assertThat(child.lines().get(0)).startsWith("publisher ws://127.0.0.1:" + (premises.portBase() + 3));
            assertThat(child.lines().get(1)).startsWith("bench http://127.0.0.1:" + (premises.portBase() + 2));
            assertThat(child.lines().get(2)).startsWith("desk http");
            assertThat(child.lines().get(3)).isEqualTo("ready http://127.0.0.1:" + premises.portBase());
            await().untilAsserted(() -> assertThat(
                            premises.person().health().path("status").asString())
                    .isEqualTo("ok"));

            long asked = System.nanoTime();
            int code = child.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(STOPPED_WITHIN_S));
            assertThat(code).isZero();
        }
    }
}
