package dev.kioskguard.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void waitsDoubleUpToTheLimitLessARandomPart(long seed) {
        Random random = new Random(seed);
        for (int attempt = 0; attempt < 200; attempt++) {
            long whole = attempt > 10 ? 30_000 : Math.min(250L << attempt, 30_000);

            assertThat(backoff.before(attempt, random).toMillis()).isBetween(whole / 2, whole);
        }
    }

    @Test
    void terminalsOfABranchDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> backoff.before(5, new Random(seed * 7919L)))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void aBackoffThatWouldNotWaitIsRefused() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
