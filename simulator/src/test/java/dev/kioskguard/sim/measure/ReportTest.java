package dev.kioskguard.sim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Spread SLOW = new Spread("µs", 150, 140, 165, 300, 400);
    private static final Spread PEER = new Spread("µs", 100, 95, 105, 200, 300);
    private static final Figure BESIDE_A_PEER = new Figure("status", "a round trip", SLOW, PEER, Goal.atMost(1.5));
    private static final Figure ALONE =
            new Figure("rate", "transfers", new Spread("/s", 499, 480, 510, 2, 1), null, Goal.atLeast(500));

    @Test
    void theSlowEndOfTimesIsHighAndOfRatesLow() {
        double[] measured = IntStream.rangeClosed(1, 100).mapToDouble(n -> n).toArray();

        assertThat(Spread.times("s", measured)).isEqualTo(new Spread("s", 51, 41, 61, 96, 100));
        assertThat(Spread.rates("/s", measured)).isEqualTo(new Spread("/s", 51, 41, 61, 6, 2));
    }

    @Test
    void theTrueMedianLiesWithinItsIntervalAsOftenAsItSays() {
        var chance = new SplittableRandom(1);
        long held = IntStream.range(0, 2_000)
                .mapToObj(round -> Spread.times("s", chance.doubles(50).toArray()))
                .filter(spread -> spread.low() <= 0.5 && spread.high() >= 0.5)
                .count();

        assertThat(held).isBetween(1_860L, 1_990L);
        assertThat(Spread.times("s", new double[] {7}))
                .as("one tells no spread")
                .isEqualTo(Spread.exact("s", 7));
    }

    @Test
    void aPeerMakesTheGoalOneOfTheRatio() {
        assertThat(BESIDE_A_PEER.value()).isEqualTo(1.5);
        assertThat(BESIDE_A_PEER.isReached()).as("the limit itself is reached").isTrue();
        assertThat(ALONE.isReached()).isFalse();
    }

    @Test
    void aGoalForTheSlowEndIsMissedByIt() {
        assertThat(new Figure("page", "a page", SLOW, null, Goal.p95AtMost(300)).isReached())
                .isTrue();
        Figure late = new Figure("page", "a page", SLOW, null, Goal.p95AtMost(299));
        assertThat(late.isReached()).as("though its median is below").isFalse();
        assertThat(new Report(Instant.EPOCH, List.of(late)).table()).containsPattern("page .* p95 ≤ 299 +NO");
    }

    @Test
    void theTableHasALineForEachFigure() {
        String table = new Report(Instant.EPOCH, List.of(BESIDE_A_PEER, ALONE)).table();

        assertThat(table.lines()).hasSize(3);
        assertThat(table).containsPattern("status .* 150 µs +140 to 165 +300 µs +400 µs +100 µs +1\\.50 +≤ 1\\.5 +yes");
        assertThat(table).containsPattern("rate .* 499 /s .* ≥ 500 +NO");
    }

    @Test
    void theJsonTellsTheSameToPrograms() {
        JsonNode json =
                JsonMapper.builder().build().readTree(new Report(Instant.EPOCH, List.of(BESIDE_A_PEER, ALONE)).json());

        assertThat(json.at("/at").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json.at("/figures/0/median").asDouble()).isEqualTo(150);
        assertThat(json.at("/figures/0/medianWithin/1").asDouble()).isEqualTo(165);
        assertThat(json.at("/figures/0/peer/p99").asDouble()).isEqualTo(300);
        assertThat(json.at("/figures/0/ratio").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/figures/0/reached").asBoolean()).isTrue();
        assertThat(json.at("/figures/1/goal/limit").asDouble()).isEqualTo(500);
        assertThat(json.at("/figures/1").has("ratio")).isFalse();
    }
}
