package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Turns turns = new Turns();

    @Test
    void aPictureGetsEveryGlance() {
        turns.begin(Pace.PICTURES);

        assertThat(turns.due(NOON, true)).containsExactlyInAnyOrder(Glance.values());
        assertThat(turns.due(NOON, true)).containsExactlyInAnyOrder(Glance.values());
    }

    @Test
    void aStreamGetsEveryGlanceAtFirstAndThenOneAFrame() {
        turns.begin(Pace.STREAM);

        assertThat(turns.due(at(0), true)).containsExactlyInAnyOrder(Glance.values());
        for (int frame = 1; frame < 30; frame++) {
            assertThat(turns.due(at(frame), true)).hasSize(1);
            assertThat(turns.believed()).containsExactlyInAnyOrder(Glance.values());
        }
    }

    @Test
    void aRoundIsOverWhenTheSameTurnsComeAgain() {
        turns.begin(Pace.STREAM);
        turns.due(at(0), true);
        for (int frame = 1; frame < Pace.ROUND; frame++) {
            turns.due(at(frame), true);
        }
        assertThat(turns.due(at(Pace.ROUND), true)).containsExactly(Glance.PALMS);
        assertThat(turns.due(at(Pace.ROUND + 1), true)).containsExactly(Glance.THINGS_AT_TORSO);
    }

    @Test
    void noGlanceIsOlderThanIsBelieved() {
        turns.begin(Pace.STREAM);
        Map<Glance, Instant> last = new EnumMap<>(Glance.class);
        for (int frame = 0; frame < 60; frame++) {
            Instant now = at(frame);
            turns.due(now, true).forEach(glance -> last.put(glance, now));
            assertThat(last.values())
                    .allMatch(done -> Duration.between(done, now).compareTo(Turns.BELIEVED) <= 0);
        }
    }

    @Test
    void withoutAFaceNothingIsLookedForAroundOne() {
        turns.begin(Pace.STREAM);
        turns.due(at(0), true);

        for (int frame = 1; frame < 12; frame++) {
            assertThat(turns.due(at(frame), false)).hasSize(1).noneMatch(Glance::isAroundAFace);
        }
        assertThat(turns.due(at(12), true)).contains(Glance.THINGS_AT_HEAD, Glance.THINGS_AT_TORSO);
    }

    @Test
    void afterFramesStayedOutEverythingIsDueAtOnce() {
        turns.begin(Pace.STREAM);
        turns.due(at(0), true);

        assertThat(turns.due(at(0).plus(Turns.BELIEVED).plusMillis(1), true)).hasSize(Glance.values().length);
        turns.begin(Pace.STREAM);
        assertThat(turns.due(at(99), false)).isEqualTo(Set.of(Glance.PALMS, Glance.BODY, Glance.THINGS));
    }

    private static Instant at(int frame) {
        return NOON.plus(Pace.BETWEEN.multipliedBy(frame));
    }
}
