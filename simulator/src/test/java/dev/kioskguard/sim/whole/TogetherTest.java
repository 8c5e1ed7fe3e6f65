package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.SignalSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Told one = new Told();
    private final Told other = new Told();
    private final Together both = new Together(one, other);
    private final List<SignalChange> changes = new ArrayList<>();
    private final List<Set<Signal>> holdingMeanwhile = new ArrayList<>();

    @BeforeEach
    void listen() {
        both.onSignal(changes::add);
    }

    @Test
    void aSignalHoldsUntilTheLastOfThemEndsIt() {
        one.says(true, 0.6, 0);
        other.says(true, 0.6, 1);
        one.says(false, 0, 2);
        assertThat(both.holding()).containsExactly(Signal.CALL_AT_EAR);
        assertThat(changes).hasSize(2).allMatch(SignalChange::holds);

        other.says(false, 0, 3);
        assertThat(both.holding()).isEmpty();
        assertThat(changes.get(changes.size() - 1).holds()).isFalse();
    }

    @Test
    void itIsAsStrongAsTheStrongestAndSinceTheFirst() {
        one.says(true, 0.4, 0);
        other.says(true, 0.9, 5);

        assertThat(changes.get(1).strength()).isEqualTo(0.9);
        assertThat(changes.get(1).since()).isEqualTo(NOON);
        other.says(true, 0.3, 5);
        assertThat(changes.get(2).strength()).isEqualTo(0.4);
    }

    @Test
    void anEndOfWhatNeverHeldIsNotTold() {
        one.says(false, 0, 0);

        assertThat(changes).isEmpty();
    }

    @Test
    void theListenerMayWaitForSomebodyWhoAsksWhatHolds() {
        both.onSignal(change -> {
            changes.add(change);
            holdingMeanwhile.add(CompletableFuture.supplyAsync(both::holding)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join());
        });
        one.says(true, 0.6, 0);

        assertThat(holdingMeanwhile).containsExactly(Set.of(Signal.CALL_AT_EAR));
    }

    @Test
    void whatIsSaidWhileTheListenerIsToldIsToldAfterwards() {
        both.onSignal(change -> {
            if (changes.isEmpty()) {
                other.says(true, 0.7, 1);
                other.says(true, 0.8, 1);
                other.says(true, 0.9, 1);
            }
            changes.add(change);
        });
        one.says(true, 0.6, 0);

        assertThat(changes)
                .as("in order, and of what came together the newest")
                .extracting(SignalChange::strength)
                .containsExactly(0.6, 0.9);
    }

    @Test
    void aListenerThatFailedIsToldOfTheNextChange() {
        both.onSignal(change -> {
            throw new IllegalStateException("not now");
        });
        assertThatThrownBy(() -> one.says(true, 0.6, 0)).hasMessage("not now");
        both.onSignal(changes::add);
        one.says(false, 0, 1);

        assertThat(changes).singleElement().matches(change -> !change.holds());
    }

    @Test
    void lookingEndsOnlyWhenItEndsForAll() {
        CompletableFuture<Void> ended = both.watch(false).toCompletableFuture();
        one.ended.complete(null);
        assertThat(ended).isNotDone();
        other.ended.complete(null);
        assertThat(ended).isCompleted();
    }

    /** A source that says what it is told to. */
    private static final class Told implements SignalSource {
        final CompletableFuture<Void> ended = new CompletableFuture<>();
        private Listener listener = change -> {};

        void says(boolean holds, double strength, int second) {
            listener.changed(new SignalChange(
                    Signal.CALL_AT_EAR, holds, NOON.plusSeconds(second), strength, List.of("hand-at-head")));
        }

        @Override
        public void onSignal(Listener who) {
            listener = who;
        }

        @Override
        public CompletionStage<Void> watch(boolean on) {
            return ended;
        }

        @Override
        public void close() {}
    }
}
