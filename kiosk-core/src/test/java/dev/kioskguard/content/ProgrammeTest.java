package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.Told.Place;
import dev.kioskguard.content.Told.Slogan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A Monday, nine in the morning at the terminal and one in the morning of UTC. */
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-02T01:00:00Z");

    private static final Targeting NINE_ON_MONDAYS =
            new Targeting(Set.of(), null, null, Set.of(), Set.of(DayOfWeek.MONDAY), Set.of(9), Set.of());

    @Test
    void anHourAndADayAreThoseOfTheTerminal() {
        Programme programme = of(slogan("a", NINE_ON_MONDAYS, Place.LED));

        assertThat(programme.slogans(Place.LED, "standard", MONDAY_NINE)).hasSize(1);
        assertThat(programme.slogans(Place.LED, "standard", MONDAY_NINE.plusSeconds(3600)))
                .isEmpty();
        assertThat(programme.slogans(Place.LED, "standard", MONDAY_NINE.minusSeconds(86_400)))
                .isEmpty();
    }

    @Test
    void aSeasonASiteAndAGroupAreKept() {
        Targeting aimed = new Targeting(
                Set.of("B-001"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                Set.of(Month.NOVEMBER),
                Set.of(),
                Set.of(),
                Set.of("elder"));
        Slogan slogan = slogan("a", aimed, Place.STRIP);

        assertThat(of(slogan).slogans(Place.STRIP, "elder", MONDAY_NINE)).containsExactly(slogan);
        assertThat(of(slogan).slogans(Place.STRIP, "standard", MONDAY_NINE)).isEmpty();
        assertThat(of(slogan).slogans(Place.STRIP, "elder", MONDAY_NINE.plusSeconds(40 * 86_400)))
                .isEmpty();
        assertThat(new Programme(List.of(slogan), List.of(), "B-002", SHANGHAI)
                        .slogans(Place.STRIP, "elder", MONDAY_NINE))
                .isEmpty();
    }

    @Test
    void aPlaceShowsOnlyWhatIsMeantForIt() {
        Programme programme = of(slogan("a", Targeting.EVERYBODY, Place.LOBBY));

        assertThat(programme.slogans(Place.STRIP, "standard", MONDAY_NINE)).isEmpty();
        assertThat(programme.slogan(Place.STRIP, "standard", MONDAY_NINE, 7)).isEmpty();
        assertThat(programme.slogans(Place.LOBBY, "standard", MONDAY_NINE))
                .as("control")
                .hasSize(1);
    }

    @Test
    void turnAfterTurnEachHasItsOwnAndTheSameTurnTheSame() {
        Programme programme = of(
                slogan("a", Targeting.EVERYBODY, Place.STRIP),
                slogan("b", Targeting.EVERYBODY, Place.STRIP),
                slogan("c", Targeting.EVERYBODY, Place.STRIP));
        Set<String> seen = new HashSet<>();
        for (int turn = -3; turn < 0; turn++) {
            seen.add(programme
                    .slogan(Place.STRIP, "standard", MONDAY_NINE, turn)
                    .orElseThrow()
                    .id());
        }

        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(programme.slogan(Place.STRIP, "standard", MONDAY_NINE, 5))
                .isEqualTo(programme.slogan(Place.STRIP, "standard", MONDAY_NINE, 5));
    }

    @Test
    void aCaseIsToldOnlyWhereItIsAimedAt() {
        var here = new LocalCase("here", "romance", Targeting.EVERYBODY);
        var later = new LocalCase("later", "romance", NINE_ON_MONDAYS);
        var programme = new Programme(List.of(), List.of(here, later), "B-001", SHANGHAI);

        assertThat(programme.cases("standard", MONDAY_NINE)).containsExactly(here, later);
        assertThat(programme.cases("standard", MONDAY_NINE.plusSeconds(7200))).containsExactly(here);
    }

    @Test
    void theShippedSlogansReachEveryPlace() {
        Told told = ShippedContent.pack().words().told();
        var programme = new Programme(told.slogans(), List.of(), "B-001", SHANGHAI);

        for (Place place : Place.values()) {
            assertThat(programme.slogans(place, "standard", MONDAY_NINE))
                    .as(place.name())
                    .isNotEmpty();
        }
    }

    private static Programme of(Slogan... slogans) {
        return new Programme(List.of(slogans), List.of(), "B-001", SHANGHAI);
    }

    private static Slogan slogan(String id, Targeting aimed, Place place) {
        return new Slogan(id, new Text("慢一点", "Slowly"), Set.of(place), aimed);
    }
}
