package dev.kioskguard.paging.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.tally.Fact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");

    @Test
    void whatIsToldTwiceIsCountedOnceAndTwoPeopleWhoReleaseAreTwo() {
        List<Tally.Day> days = Tally.days(
                List.of(
                        fact(0, Kind.ASKED, "t-1", ""),
                        fact(1, Kind.ASKED, "t-1", ""),
                        fact(2, Kind.ASKED, "t-2", ""),
                        fact(3, Kind.RAISED, "p-1", ""),
                        fact(4, Kind.RAISED, "p-1", ""),
                        fact(5, Kind.RELEASED, "p-1", "ann"),
                        fact(6, Kind.RELEASED, "p-1", "ben")),
                SHANGHAI);
        assertThat(days).hasSize(1);
        assertThat(days.get(0).count(Kind.ASKED)).isEqualTo(2);
        assertThat(days.get(0).count(Kind.RAISED)).isEqualTo(1);
        assertThat(days.get(0).count(Kind.RELEASED)).isEqualTo(2);
        assertThat(days.get(0).count(Kind.FALSE_ALARM)).isZero();
    }

    @Test
    void aDayIsTheBranchsDay() {
        Instant beforeMidnight = Instant.parse("2026-01-05T15:59:59Z");
        List<Tally.Day> days = Tally.days(
                List.of(
                        new Fact(beforeMidnight, Kind.ASKED, "t-1", "", ""),
                        new Fact(beforeMidnight.plusSeconds(1), Kind.ASKED, "t-2", "", "")),
                SHANGHAI);
        assertThat(days).extracting(Tally.Day::day).containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6));
    }

    @Test
    void halfOfThePagesWaitedNoLongerThanTheMedianUntilTheFirstCame() {
        var facts = List.of(
                fact(0, Kind.RAISED, "p-1", ""),
                fact(10, Kind.TAKEN, "p-1", "ann"),
                fact(500, Kind.TAKEN, "p-1", "ben"),
                fact(20, Kind.RAISED, "p-2", ""),
                fact(50, Kind.TAKEN, "p-2", "ann"),
                fact(60, Kind.RAISED, "p-3", ""),
                fact(150, Kind.TAKEN, "p-3", "ann"),
                fact(200, Kind.RAISED, "p-4", ""));
        assertThat(Tally.days(facts, SHANGHAI).get(0).acknowledged()).contains(Duration.ofSeconds(30));
        assertThat(Tally.days(facts.subList(0, 1), SHANGHAI).get(0).acknowledged())
                .isEqualTo(Optional.empty());
        assertThat(Tally.days(facts.subList(0, 5), SHANGHAI).get(0).acknowledged())
                .as("of two the shorter")
                .contains(Duration.ofSeconds(10));
    }

    private static Fact fact(long second, Kind kind, String subject, String staff) {
        return new Fact(NOON.plusSeconds(second), kind, subject, staff, "");
    }
}
