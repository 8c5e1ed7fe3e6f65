package dev.kioskguard.adapter.xfs4iot.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Duration LATE = Duration.ofSeconds(3);

    private final List<Runnable> due = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private final Lane lane = new Lane((delay, ring) -> {
        due.add(ring);
        return () -> {};
    });

    @Test
    void withoutLatencyAFrameArrivesAtOnce() {
        assertThat(lane.pass(Duration.ZERO, () -> arrived.add("one"))).isTrue();
        assertThat(arrived).containsExactly("one");
        assertThat(due).isEmpty();
    }

    @Test
    void whatIsLateArrivesInItsOrderThoughALaterFrameWasQuicker() {
        lane.pass(LATE, () -> arrived.add("one"));
        lane.pass(Duration.ZERO, () -> arrived.add("two"));
        due.get(1).run();
        assertThat(arrived).as("control: the first is still on its way").isEmpty();
        due.get(0).run();
        assertThat(arrived).containsExactly("one", "two");
        lane.pass(Duration.ZERO, () -> arrived.add("three"));
        assertThat(arrived).as("the line is free again").hasSize(3);
    }

    @Test
    void aLaneThatIsFullTakesNoMore() {
        for (int n = 0; n < Lane.FRAMES_MAX; n++) {
            assertThat(lane.pass(LATE, () -> arrived.add("any"))).isTrue();
        }
        assertThat(lane.pass(LATE, () -> arrived.add("any"))).isFalse();
        due.forEach(Runnable::run);
        assertThat(arrived).hasSize(Lane.FRAMES_MAX);
        assertThat(lane.pass(LATE, () -> arrived.add("any")))
                .as("control: there is room again")
                .isTrue();
    }
}
