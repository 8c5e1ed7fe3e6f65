package dev.kioskguard.sim.measure.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.transfer.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who read nothing: hardly one of them gets through, and of red nobody. */
class TapperTest {

    private static final Policy POLICY = Workshops.shipped(1).policy();

    /** The first of the customers of the nightly run. */
    private static final int SAMPLE = TapperMeasure.TAPPERS / 20;

    /** So many are brought to each screen in every run. */
    private static final int SAMPLE_A_SCREEN = TapperMeasure.TAPPERS / 200;

    private static final Set<Stage> OF_EVERY_TIER = EnumSet.of(
            Stage.ASK_PURPOSE,
            Stage.BAIT_SURE,
            Stage.ASK,
            Stage.WARNING,
            Stage.REMIND_BEWARE,
            Stage.REMIND_FAMILY,
            Stage.REMIND_TRUE,
            Stage.CONFIRM,
            Stage.CONFIRM_AGAIN);

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

    @ParameterizedTest
    @EnumSource
    void everyScreenHasItsFigureHoweverFewComeToItByTapping(Tier tier) throws IOException {
        assertThatEveryScreenIsTried(tier, SAMPLE_A_SCREEN);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void everyScreenHasItsFigureOfTenThousand(Tier tier) throws IOException {
        assertThatEveryScreenIsTried(tier, TapperMeasure.TAPPERS);
    }

    private static void assertThatEveryScreenIsTried(Tier tier, int tappers) throws IOException {
        Passage passage = TapperMeasure.screens(POLICY, tier, tappers);

        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/tapper-screens-" + tier.word() + ".txt"), passage.table());
        var shown = EnumSet.copyOf(OF_EVERY_TIER);
        if (!tier.allowsRealTime()) {
            shown.add(Stage.COMPREHENSION);
        }
        assertThat(shown)
                .allSatisfy(screen ->
                        assertThat(passage.arrivals(screen)).as(screen.word()).isEqualTo(tappers));
        assertThat(passage.past(Stage.CONFIRM_AGAIN)).as(passage.table()).isLessThan(0.25);
        if (tier == Tier.RED) {
            assertThat(passage.past(Stage.REMIND_TRUE))
                    .as("nobody without staff")
                    .isZero();
        }
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
