package dev.kioskguard.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotaTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Hours THURSDAY =
            new Hours(Set.of(DayOfWeek.THURSDAY), LocalTime.of(8, 30), LocalTime.of(17, 30));
    private static final Rota ROTA = new Rota(
            Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(40), List.of(THURSDAY), SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:29:59.999Z, false",
        "2026-01-01T00:30:00Z, true",
        "2026-01-01T09:29:59.999Z, true",
        "2026-01-01T09:30:00Z, false",
        "2026-01-02T04:00:00Z, false",
    })
    void somebodyIsThereFromTheFirstMomentToTheLastByTheBranchsOwnClock(Instant at, boolean attended) {
        assertThat(ROTA.attended(at)).isEqualTo(attended);
    }

    @Test
    void withoutHoursSomebodyAlwaysIsThere() {
        assertThat(Rota.usual(SHANGHAI).attended(Instant.EPOCH)).isTrue();
    }

    @Test
    void inAnEmptyBranchTheOfficerIsCalledAtOnceAndThePageShowsWhenNobodyAnswers() {
        Instant night = Instant.parse("2026-01-01T15:00:00Z");
        PageBook book = PageBook.empty(ROTA)
                .raised(new Page.Call("ATM-1", "t-1", "red", List.of(), List.of(), null, List.of()), night);
        Page page = book.ofTransfer("t-1").orElseThrow();
        assertThat(page.level()).isEqualTo(Page.LEVEL_LAST);
        assertThat(page.deadline()).isEqualTo(night.plusSeconds(40));
        assertThat(Rota.called(page.level())).isEqualTo(Role.OFFICER);

        Page late = book.at(page.deadline()).ofTransfer("t-1").orElseThrow();
        assertThat(late.state()).isEqualTo(Page.State.UNDELIVERED);
        assertThat(late.waits()).isFalse();
    }

    @Test
    void eachLevelHasItsOwnTimeCountedFromTheEndOfTheOneBefore() {
        Instant day = Instant.parse("2026-01-01T04:00:00Z");
        PageBook raised = PageBook.empty(ROTA)
                .raised(new Page.Call("ATM-1", "t-1", "red", List.of(), List.of(), null, List.of()), day);
        // Nobody looked for seventy seconds; the second level's time ran all the same.
        Page page = raised.at(day.plusSeconds(70)).ofTransfer("t-1").orElseThrow();
        assertThat(page.level()).isEqualTo(2);
        assertThat(page.deadline()).isEqualTo(day.plusSeconds(80));
        assertThat(raised.at(day.plusSeconds(80))
                        .ofTransfer("t-1")
                        .orElseThrow()
                        .level())
                .isEqualTo(3);
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(17, 0), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(Set.of(), LocalTime.of(8, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
