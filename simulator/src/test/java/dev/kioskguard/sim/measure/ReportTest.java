package dev.kioskguard.sim.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Spread SLOW = new Spread("µs", 150, 400);
    private static final Spread PEER = new Spread("µs", 100, 300);
    private static final Figure BESIDE_A_PEER = new Figure("status", "a round trip", SLOW, PEER, Goal.atMost(1.5));
    private static final Figure ALONE =
            new Figure("rate", "transfers", new Spread("/s", 499, 1), null, Goal.atLeast(500));

    @Test
    void theSlowEndOfTimesIsHighAndOfRatesLow() {
        double[] measured = IntStream.rangeClosed(1, 100).mapToDouble(n -> n).toArray();

        assertThat(Spread.times("s", measured)).isEqualTo(new Spread("s", 51, 100));
        assertThat(Spread.rates("/s", measured)).isEqualTo(new Spread("/s", 51, 2));
    }

    @Test
    void aPeerMakesTheGoalOneOfTheRatio() {
        assertThat(BESIDE_A_PEER.value()).isEqualTo(1.5);
        assertThat(BESIDE_A_PEER.isReached()).as("the limit itself is reached").isTrue();
        assertThat(ALONE.isReached()).isFalse();
    }

    @Test
    void theTableHasALineForEachFigure() {
        String table = new Report(Instant.EPOCH, List.of(BESIDE_A_PEER, ALONE)).table();

        assertThat(table.lines()).hasSize(3);
        assertThat(table).containsPattern("status .* 150 µs +400 µs +100 µs +1\\.50 +≤ 1\\.5 +yes");
        assertThat(table).containsPattern("rate .* 499 /s .* ≥ 500 +NO");
    }

    @Test
    void theJsonTellsTheSameToPrograms() {
        JsonNode json =
                JsonMapper.builder().build().readTree(new Report(Instant.EPOCH, List.of(BESIDE_A_PEER, ALONE)).json());

        assertThat(json.at("/at").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json.at("/figures/0/median").asDouble()).isEqualTo(150);
        assertThat(json.at("/figures/0/peer/p99").asDouble()).isEqualTo(300);
        assertThat(json.at("/figures/0/ratio").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/figures/0/reached").asBoolean()).isTrue();
        assertThat(json.at("/figures/1/goal/limit").asDouble()).isEqualTo(500);
        assertThat(json.at("/figures/1").has("ratio")).isFalse();
    }
}
