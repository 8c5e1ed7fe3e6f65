package dev.kioskguard.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WaysTest {

    /** The lobby by light, the head by webhook as well, the officer by everything. */
    private static final Ways TABLE =
            new Ways(Map.of(1, Set.of(Way.LIGHT), 2, Set.of(Way.LIGHT, Way.WEBHOOK), 3, EnumSet.allOf(Way.class)));

    @ParameterizedTest
    @CsvSource({"1, DESK LIGHT", "2, DESK WEBHOOK LIGHT", "3, DESK BROKER WEBHOOK LIGHT"})
    void aLevelIsCalledByAllItsWaysAtOnce(int level, String ways) {
        assertThat(Arrays.stream(Way.values()).filter(way -> TABLE.call(way, page(level, Page.State.RAISED))))
                .containsExactlyElementsOf(
                        Arrays.stream(ways.split(" ")).map(Way::valueOf).toList());
    }

    @Test
    void whoeverWasCalledByAWayStaysCalledByIt() {
        var table = new Ways(Map.of(1, Set.of(Way.LIGHT), 2, Set.of(Way.WEBHOOK), 3, Set.of()));
        Page last = page(Page.LEVEL_LAST, Page.State.ESCALATED);
        assertThat(table.call(Way.LIGHT, last)).isTrue();
        assertThat(table.call(Way.WEBHOOK, last)).isTrue();
        assertThat(table.call(Way.BROKER, last)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void withoutATableEveryWayCallsFromTheFirstLevelOn(Way way) {
        assertThat(Ways.ALL.call(way, page(Page.LEVEL_FIRST, Page.State.RAISED)))
                .isTrue();
    }

    @Test
    void noTableTakesAPageFromTheDesk() {
        var nothing = new Ways(Map.of(1, Set.of(), 2, Set.of(), 3, Set.of()));
        for (Page.State state : Page.State.values()) {
            assertThat(nothing.call(Way.DESK, page(1, state))).isTrue();
            assertThat(nothing.call(Way.WEBHOOK, page(3, state))).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Page.State.class)
    void aLightIsOnUntilSomebodyIsOnTheWay(Page.State state) {
        boolean somebody = state == Page.State.ACKNOWLEDGED || state == Page.State.RESOLVED;
        assertThat(TABLE.callsStill(Way.LIGHT, page(1, state))).isEqualTo(!somebody);
        assertThat(TABLE.callsStill(Way.WEBHOOK, page(1, state))).isFalse();
    }

    private static Page page(int level, Page.State state) {
        Instant noon = Instant.parse("2026-01-01T04:00:00Z");
        return new Page(
                "p-1",
                "ATM-1",
                level,
                "orange",
                List.of(),
                List.of(),
                null,
                List.of(),
                noon,
                noon.plusSeconds(30),
                state,
                "1");
    }
}
