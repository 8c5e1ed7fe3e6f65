package dev.kioskguard.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.SignalChanged;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A signal in the journal: its name and what it weighs, and nothing that was seen or keyed. */
class SignalLineTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aLineHasSignalAndStrengthAndNothingElse() {
        var change = new SignalChange(Signal.CALL_AT_EAR, true, NOON.minusSeconds(3), 0.75, List.of("phone-at-head"));
        GuardEvent event = SignalChanged.of(NOON, change);

        ObjectNode line = EventCodec.write(event);

        assertThat(line.propertyNames()).containsExactlyInAnyOrder("at", "signal", "holds", "weight");
        assertThat(line.get("weight").propertyNames()).containsExactlyInAnyOrder("since", "strength", "reasons");
        assertThat(EventCodec.event("SignalChanged", line)).isEqualTo(event);
    }

    @Test
    void aLineOfBeforeSignalsHadAWeightIsReadAsEver() {
        ObjectNode line = EventCodec.write(new SignalChanged(NOON, Signal.PAPER_NOTE, true));
        line.remove("weight");

        var read = (SignalChanged) EventCodec.event("SignalChanged", line);

        assertThat(read.change()).isEqualTo(SignalChange.plain(Signal.PAPER_NOTE, true, NOON));
    }
}
