package dev.kioskguard.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRhythmTest {

    private static final Instant NOON = RunnerBench.NOON;

    private final List<GuardEvent> written = new ArrayList<>();
    private final List<SignalChange> told = new ArrayList<>();
    private final KeyRhythm rhythm = new KeyRhythm((event, chance, before, decision) -> written.add(event));

    KeyRhythmTest() {
        rhythm.onSignal(told::add);
    }

    @Test
    void keysAreWrittenAsEverAndReadForTheirRhythm() {
        for (int i = 0; i < 5; i++) {
            happens(new GuardEvent.KeyPressed(NOON.plusMillis(300L * i), Key.ENTER));
        }
        happens(new GuardEvent.VisitEnded(NOON.plusSeconds(9), "s-1"));

        assertThat(written).hasSize(6);
        assertThat(told).extracting(SignalChange::signal).containsOnly(Signal.FAST_REPEATED_CONFIRM);
        assertThat(told).extracting(SignalChange::holds).containsExactly(true, false);
    }

    @Test
    void answersByTouchAtAnOrdinaryPaceSayNothing() {
        for (int i = 0; i < 12; i++) {
            happens(new GuardEvent.ChoiceMade(NOON.plusSeconds(3L * i), "t-1-" + i, "understood"));
        }

        assertThat(told).isEmpty();
    }

    private void happens(GuardEvent event) {
        rhythm.write(event, 1, GuardState.EMPTY, new Decision(GuardState.EMPTY, List.of(), List.of(), Reply.TAKEN));
    }
}
