package dev.kioskguard.sim.measure.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.transfer.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who read nothing: hardly one of them gets through, and of red nobody. */
class TapperTest {

    private static final Policy POLICY = Workshops.shipped(1).policy();

    /** A fifth of the customers of the nightly run, the first of them. */
    private static final int SAMPLE = TapperMeasure.TAPPERS / 5;

    @ParameterizedTest
    @EnumSource
    void hardlyAnyBlindTapperGetsATransferCleared(Tier tier) throws IOException {
        assertThatHardlyAnyGetsThrough(tier, SAMPLE);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void hardlyAnyOfTenThousandDoes(Tier tier) throws IOException {
        assertThatHardlyAnyGetsThrough(tier, TapperMeasure.TAPPERS);
    }

    private static void assertThatHardlyAnyGetsThrough(Tier tier, int tappers) throws IOException {
        Passage passage = TapperMeasure.passage(POLICY, tier, tappers);

        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/tapper-" + tier.word() + ".txt"), passage.table());
        assertThat(passage.whole()).as(passage.table()).isLessThanOrEqualTo(TapperMeasure.limit(tier));
        assertThat(passage.past(Stage.ASK_PURPOSE))
                .as("control: they do get somewhere")
                .isGreaterThan(0.5);
    }
}
