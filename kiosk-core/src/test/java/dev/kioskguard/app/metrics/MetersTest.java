package dev.kioskguard.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.paging.tally.Fact.Kind;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class MetersTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");

    private final List<Fact> facts = new ArrayList<>();
    private final MemoryJournal journal = new MemoryJournal(new SecureRandom());
    private Optional<ChannelStatus> broker = Optional.empty();
    private final Meters meters = new Meters();

    @BeforeEach
    void watches() {
        meters.watch(() -> Reading.of(facts, NOON, ZONE, broker, journal));
    }

    @Test
    void theTableAsAFleetReadsIt() {
        assertThat(meters.text().lines().filter(line -> line.startsWith("# TYPE")))
                .containsExactlyInAnyOrder(
                        "# TYPE kioskguard_acknowledged_median_seconds gauge",
                        "# TYPE kioskguard_asked_today_transfers gauge",
                        "# TYPE kioskguard_broker_connected gauge",
                        "# TYPE kioskguard_cancelled_today_transfers gauge",
                        "# TYPE kioskguard_false_today_pages gauge",
                        "# TYPE kioskguard_held_today_transfers gauge",
                        "# TYPE kioskguard_journal_lines_total counter",
                        "# TYPE kioskguard_outbox_waiting_pages gauge",
                        "# TYPE kioskguard_raised_today_pages gauge",
                        "# TYPE kioskguard_released_today_releases gauge",
                        "# TYPE kioskguard_step_seconds summary",
                        "# TYPE kioskguard_step_seconds_max gauge",
                        "# TYPE kioskguard_stopped_today_transfers gauge",
                        "# TYPE kioskguard_warned_today_transfers gauge");
    }

    @Test
    void itCountsWhatTheHeadOfTheBranchSeesOfTodayAndNothingOfAnybody() {
        facts.add(new Fact(NOON.minusSeconds(86_400), Kind.ASKED, "t-0", "", ""));
        facts.add(new Fact(NOON, Kind.ASKED, "t-1", "", ""));
        facts.add(new Fact(NOON, Kind.RAISED, "p-t-1", "", "red"));
        facts.add(new Fact(NOON.plusSeconds(7), Kind.TAKEN, "p-t-1", "ann", "red"));
        facts.add(new Fact(NOON.plusSeconds(9), Kind.FALSE_ALARM, "p-t-1", "ann", "red"));
        journal.append(new Entry(NOON, "Any", null, JsonNodeFactory.instance.objectNode(), null));
        broker = Optional.of(new ChannelStatus(ChannelStatus.State.CONNECTING, "cut", 3));
        assertThat(meters.text())
                .contains(
                        "kioskguard_asked_today_transfers 1.0",
                        "kioskguard_acknowledged_median_seconds 7.0",
                        "kioskguard_false_today_pages 1.0",
                        "kioskguard_outbox_waiting_pages 3.0",
                        "kioskguard_broker_connected 0.0",
                        "kioskguard_journal_lines_total 1.0")
                .doesNotContain("ann", "t-1", "cut");
    }

    @Test
    void whatIsNotThereIsNoNumberAndAStepIsTimed() {
        meters.step().run();
        assertThat(meters.text())
                .contains(
                        "kioskguard_broker_connected NaN",
                        "kioskguard_acknowledged_median_seconds NaN",
                        "kioskguard_step_seconds_count 1");
    }

    @Test
    void noLabelGrowsWithWhatHappens() {
        long before = meters.text().lines().count();
        for (int i = 0; i < 500; i++) {
            facts.add(new Fact(NOON, Kind.RELEASED, "p-" + i, "staff-" + i, "red"));
            meters.step().run();
        }
        assertThat(meters.text().lines().count()).isEqualTo(before);
        assertThat(meters.text()).as("control").contains("kioskguard_released_today_releases 500.0");
    }
}
