package dev.kioskguard.sim.measure.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ShippedContent;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Machines at a real broker, each with the line of a real machine; every page is answered, or measuring fails. */
class FleetMeasureTest {

    @TempDir
    Path folder;

    @Test
    @EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
    void ofTwentyMachinesAllAreConnectedAndEachPageArrivesOnce() throws Exception {
        FleetFigures figures = eachPageArrives(20, 2, Duration.ofMillis(500));

        assertThat(figures.again()).as("what came more than once").isZero();
    }

    @Test
    @Tag("nightly")
    @EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
    void ofTwoThousandMachinesAllAreConnectedAndEachPageArrives() throws Exception {
        // Some may come twice: a line that breaks among so many tells its pages again.
        var unused = eachPageArrives(FleetMeasure.MACHINES_MAX, 2, Duration.ofSeconds(10));
    }

    private FleetFigures eachPageArrives(int machines, int rounds, Duration round)
            throws IOException, InterruptedException {
        var outfit = Outfit.of(
                new SecureRandom(),
                InstantSource.system(),
                ShippedContent.pack().words());

        FleetFigures figures = new FleetMeasure(folder, outfit, rounds, round).take(machines);

        assertThat(figures.pages()).isEqualTo(machines * rounds);
        assertThat(figures.machines()).isEqualTo(machines);
        assertThat(figures.connectSeconds()).isPositive();
        assertThat(figures.brokerKilobytes()).isPositive();
        assertThat(figures.heapKilobytes()).isNotZero();
        assertThat(figures.heard().p50())
                .isPositive()
                .isLessThanOrEqualTo(figures.heard().p99());
        assertThat(figures.answered().p50())
                .as("there and back")
                .isGreaterThan(figures.heard().p50())
                .isLessThanOrEqualTo(figures.answered().p99());
        return figures;
    }

    @Test
    void whereASystemAllowsTooFewFilesItIsSaidWhatToDo() {
        assertThat(FleetMeasure.refusal(2_000, 1_024))
                .hasValueSatisfying(said ->
                        assertThat(said).contains("only 1024 are allowed").endsWith("ulimit -n 2200"));
        assertThat(FleetMeasure.refusal(2_000, 2_200)).as("control").isEmpty();
    }
}
