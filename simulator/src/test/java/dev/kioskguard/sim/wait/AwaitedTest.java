package dev.kioskguard.sim.wait;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AwaitedTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Awaited<String> awaited = new Awaited<>("shut");

    @Test
    void whatIsSoAlreadyIsNotWaitedFor() throws InterruptedException {
        assertThat(awaited.await("shut"::equals, LONG)).isEqualTo("shut");
    }

    @Test
    @Timeout(50)
    void whoeverWaitsIsToldOfTheChange() {
        CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> {
            try {
                return awaited.await("open"::equals, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        awaited.become("ajar");
        awaited.become("open");
        assertThat(seen.join()).isEqualTo("open");
    }

    @Test
    void afterTheWaitThereIsWhatThereIs() throws InterruptedException {
        assertThat(awaited.await("open"::equals, Duration.ofMillis(1))).isEqualTo("shut");
    }

    @Test
    void aChangeToTheSameIsNone() {
        assertThat(awaited.change(now -> now)).isFalse();
        assertThat(awaited.change(now -> "open")).isTrue();
        assertThat(awaited.now()).isEqualTo("open");
    }
}
