package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.opencv.fuse.Fitting.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final List<String> TERMS = List.of("tells", "chance");

    @Test
    void whatTellsWeighsAndWhatIsChanceDoesNot() {
        Weights weights = Fitting.of(TERMS, drawn(400, 0.5));

        assertThat(weights.ofTerms().get("tells")).isGreaterThan(3);
        assertThat(weights.ofTerms().get("chance")).isBetween(-0.8, 0.8);
        assertThat(weights.score(Map.of("tells", 0.9))).isGreaterThan(0.8);
        assertThat(weights.score(Map.of("tells", 0.1))).isLessThan(0.2);
    }

    @Test
    void rareOnesCountAsMuchAsCommonOnes() {
        Weights weights = Fitting.of(TERMS, drawn(1_000, 0.05));

        assertThat(weights.score(Map.of("tells", 0.9, "chance", 0.5))).isGreaterThan(0.6);
    }

    @Test
    void aCutPutsItsScoreAtAHalf() {
        Weights weights = Fitting.of(TERMS, drawn(200, 0.5));
        double before = weights.score(Map.of("tells", 0.7));

        assertThat(weights.cutAt(before).score(Map.of("tells", 0.7))).isEqualTo(0.5, Offset.offset(1e-9));
    }

    @Test
    void oneKindAloneTellsNothing() {
        assertThatThrownBy(() -> Fitting.of(TERMS, drawn(10, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Example> drawn(int count, double shareOfYes) {
        var random = new Random(5);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isYes = random.nextDouble() < shareOfYes;
            double tells = isYes ? 0.6 + 0.4 * random.nextDouble() : 0.4 * random.nextDouble();
            examples.add(new Example(Map.of("tells", tells, "chance", random.nextDouble()), isYes));
        }
        return examples;
    }
}
