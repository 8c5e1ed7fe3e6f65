package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    @Test
    void whatIsOnItsWayIsWaitedFor() {
        var looks = new AtomicInteger();
        List<String> missing =
                Arrivals.await(() -> looks.incrementAndGet() < 4 ? List.of("the speaker is not heard yet") : List.of());
        assertThat(missing).isEmpty();
        assertThat(looks).as("control").hasValueGreaterThanOrEqualTo(4);
    }

    @Test
    void whatNeverComesIsNamedWhenTheWaitIsOver() {
        long began = System.nanoTime();
        assertThat(Arrivals.await(() -> List.of("the card reader takes no card yet")))
                .containsExactly("the card reader takes no card yet");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Arrivals.WITHIN);
    }
}
