package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuietTest {
    private final AtomicLong taken = new AtomicLong(7);
    private final AtomicBoolean settled = new AtomicBoolean(true);
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final Quiet.Look look = new Quiet.Look(taken::get, settled::get, quiet);

    @Test
    void nothingNewInSoManyLooksIsQuiet() {
        look(Quiet.QUIET_LOOKS - 1);
        assertThat(quiet.getCount()).isOne();
        look(1);
        assertThat(quiet.getCount()).isZero();
    }

    @Test
    void looksThatFoundSomethingNewBetweenThemAreNoneInARow() {
        for (int i = 0; i < 10; i++) {
            look(Quiet.QUIET_LOOKS - 1);
            taken.incrementAndGet();
            look(1);
        }
        assertThat(quiet.getCount()).isOne();
    }

    @Test
    void whatIsNotSettledBeginsAnew() {
        look(Quiet.QUIET_LOOKS - 1);
        settled.set(false);
        look(1);
        settled.set(true);
        look(Quiet.QUIET_LOOKS - 1);
        assertThat(quiet.getCount()).isOne();
        look(1);
        assertThat(quiet.getCount()).isZero();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            look.run();
        }
    }
}
