package dev.kioskguard.sim.measure.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallsTest {

    private final Calls calls = new Calls();

    @Test
    void whatComesOnceIsMeasuredAndWhatComesAgainIsCounted() {
        calls.raised("p-1");
        calls.raised("p-2");
        calls.heard("p-1");
        calls.answered("p-1");
        assertThat(calls.again()).as("control").isZero();
        assertThat(calls.areAnswered(2)).as("the second is not").isFalse();

        calls.heard("p-1");
        calls.answered("p-1");

        assertThat(calls.again()).isEqualTo(2);
        assertThat(calls.untilHeard()).hasSize(1).doesNotContain(0.0);
        assertThat(calls.untilAnswered()).hasSize(1);
    }

    @Test
    void aPageThatNobodyHasRaisedIsNoPage() {
        calls.heard("p-3");
        assertThat(calls.untilHeard()).isEmpty();
    }
}
