package dev.kioskguard.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kioskguard.adapter.mqtt.Overdue.Call;
import dev.kioskguard.adapter.mqtt.Overdue.Level;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chaos run would say of a guard that is not punctual. */
class OverdueTest {

    private static final Instant RAISED = Instant.parse("2026-11-26T08:00:00Z");

    private final Overdue overdue = new Overdue(HeldGuard.ROTA);

    OverdueTest() {
        overdue.raised("p-1", RAISED);
    }

    @Test
    void aSecondAfterItsTimerIsPunctualAndMoreIsNot() {
        assertThat(calls(level(1_500, 2), level(3_501, 3)))
                .extracting(Call::level, Call::isPunctual)
                .containsExactly(tuple(2, true), tuple(3, false));
    }

    @Test
    void aCallBeforeItsTimerIsNotPunctual() {
        assertThat(calls(level(499, 2), level(2_500, 3)))
                .extracting(Call::level, Call::isPunctual)
                .containsExactly(tuple(2, false), tuple(3, true));
    }

    @Test
    void aLevelThatWasNeverCalledIsNotThere() {
        assertThat(calls(level(500, 2))).extracting(Call::level).containsExactly(2);
    }

    @Test
    void whatRanOutWithoutAGuardIsLateFromWhenThereWasOne() {
        overdue.dead(RAISED.plusMillis(100), RAISED.plusMillis(9_000));
        assertThat(calls(level(10_000, 3))).allMatch(Call::dead).allMatch(Call::isPunctual);
        assertThat(calls(level(10_001, 3))).hasSize(2).noneMatch(Call::isPunctual);
    }

    private List<Call> calls(Level... lines) {
        return overdue.calls(List.of(lines));
    }

    private static Level level(long millis, int level) {
        return new Level(RAISED.plusMillis(millis), level, "p-1");
    }
}
