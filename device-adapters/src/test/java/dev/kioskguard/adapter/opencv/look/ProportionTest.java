package dev.kioskguard.adapter.opencv.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void theIntervalIsWilsons() {
        var half = new Proportion(5, 10);
        assertThat(half.low()).isCloseTo(0.2366, within(1e-4));
        assertThat(half.high()).isCloseTo(0.7634, within(1e-4));
    }

    @Test
    void allOfFewIsNotCertain() {
        var all = new Proportion(3, 3);
        assertThat(all.low()).isCloseTo(0.4385, within(1e-4));
        assertThat(all.high()).isEqualTo(1);
        assertThat(all).hasToString("1.00 [0.44, 1.00] 3/3");
    }

    @Test
    void noneOfNoneIsNoFigure() {
        assertThat(new Proportion(0, 0)).hasToString("-");
    }
}
