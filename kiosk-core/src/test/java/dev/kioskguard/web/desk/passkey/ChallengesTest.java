package dev.kioskguard.web.desk.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChallengesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T04:00:00Z"));
    private final Challenges challenges = new Challenges(now::get, new Random(1));

    @Test
    void aChallengeCountsOnceAndIsAnotherEachTime() {
        String challenge = challenges.next("ann");
        assertThat(challenges.next("ann")).isNotEqualTo(challenge).matches("[\\w-]{43}");
        assertThat(challenges.take(challenge, "ann")).isTrue();
        assertThat(challenges.take(challenge, "ann")).as("again").isFalse();
        assertThat(challenges.take("A".repeat(43), "ann")).as("never given out").isFalse();
    }

    @Test
    void nobodyElseBringsItBackNorHasItsHolderASecondTry() {
        String challenge = challenges.next("ann");
        assertThat(challenges.take(challenge, "bob")).isFalse();
        assertThat(challenges.take(challenge, "ann")).isFalse();
    }

    @Test
    void itIsOverAfterTwoMinutesAndThenTakesUpNoRoom() {
        String late = challenges.next("ann");
        pass(Challenges.LIFE.minusMillis(1));
        String inTime = challenges.next("ann");
        assertThat(challenges.take(inTime, "ann")).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(challenges.take(late, "ann")).isFalse();
        assertThat(challenges.size()).isZero();
    }

    @Test
    void tenThousandThatOthersAskForTakeNothingFromSomebodyAndTheirNumberIsBounded() {
        String first = challenges.next("ann");
        for (int i = 0; i < 10_000; i++) {
            challenges.next("stranger");
        }
        assertThat(challenges.take(first, "ann")).isTrue();

        for (int i = 0; i < Challenges.OPEN_MAX; i++) {
            challenges.next("stranger");
        }
        assertThat(challenges.size()).isEqualTo(Challenges.OPEN_MAX);
    }

    private void pass(Duration span) {
        now.updateAndGet(before -> before.plus(span));
    }
}
