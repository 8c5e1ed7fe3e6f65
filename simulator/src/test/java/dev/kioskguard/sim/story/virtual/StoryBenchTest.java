package dev.kioskguard.sim.story.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.sim.story.read.StoryReader;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoryBenchTest {

    // The figure itself is for ./kiosk bench on a quiet machine; here only that it counts what it says.
    @Test
    void aTransferASecondIsATransferASecond() {
        var seconds = new AtomicLong();
        var story = StoryReader.read(Workshops.config().resolve("stories/honest-customer.yaml"));
        var figures = StoryBench.measure(
                Workshops.shipped(1),
                story,
                Duration.ofSeconds(4),
                () -> Instant.EPOCH.plusSeconds(seconds.getAndIncrement()));
        assertThat(figures).isEqualTo(new StoryBench.Figures(4, 4, 1));
    }
}
