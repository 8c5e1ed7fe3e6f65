package dev.kioskguard.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.paging.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PolicyLineTest {

    private static final Hours THURSDAY =
            new Hours(Set.of(DayOfWeek.THURSDAY), LocalTime.of(8, 30), LocalTime.of(17, 30));

    @Test
    void thePolicyThatALineTellsIsReadBackAsItWas() {
        Policy usual = RunnerBench.POLICY;
        var site = new Policy.Site("B-001", ZoneOffset.UTC, true, List.of(THURSDAY));
        Policy told = new Policy(usual.limits(), usual.script(), usual.risk(), site);

        assertThat(EventCodec.read(EventCodec.write(told), Policy.class)).isEqualTo(told);
    }

    @Test
    void aLineOfBeforeThereWereHoursTellsOfABranchThatAlwaysHasSomebody() {
        ObjectNode before = EventCodec.write(RunnerBench.POLICY);
        assertThat(((ObjectNode) before.path("site")).remove("attended"))
                .as("control")
                .isNotNull();

        assertThat(EventCodec.read(before, Policy.class)).isEqualTo(RunnerBench.POLICY);
    }
}
