package dev.kioskguard.paging.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.tally.Fact.Kind;
import dev.kioskguard.paging.tally.UnusualReleases.Unusual;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnusualReleasesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T04:00:00Z");

    @Test
    void theWholeTableAsTheHeadOfABranchReadsIt() {
        assertThat(UnusualReleases.TABLE.stream()
                        .map(limit -> "%-20s within %-6s more than %2d %s from %s"
                                .formatted(
                                        limit.code(),
                                        limit.within(),
                                        limit.releasesMax(),
                                        limit.tiers(),
                                        limit.shareMin()))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        releases-an-hour     within PT1H   more than  4 [] from 0.0
                        releases-a-day       within PT24H  more than 12 [] from 0.0
                        red-releases-a-day   within PT24H  more than  2 [red] from 0.0
                        hardly-ever-cancels  within PT168H more than  9 [] from 0.95""");
    }

    @Test
    void moreThanFourInAnHourIsUnusualAndNobodyElsesCount() {
        List<Fact> four = releases("ann", 4, Duration.ofMinutes(10), "orange");
        assertThat(UnusualReleases.of(four, NOW)).isEmpty();
        var more = new ArrayList<>(four);
        more.addAll(releases("ben", 1, Duration.ofMinutes(1), "orange"));
        assertThat(UnusualReleases.of(more, NOW)).isEmpty();
        more.addAll(releases("ann", 1, Duration.ofMinutes(1), "orange"));
        assertThat(UnusualReleases.of(more, NOW))
                .containsExactly(new Unusual("ann", "releases-an-hour", 5, Duration.ofHours(1)));
        assertThat(UnusualReleases.of(more, NOW.plus(Duration.ofHours(1))))
                .as("an hour later")
                .isEmpty();
    }

    @Test
    void threeRedOnesInADayAreUnusualAndOrangeOnesAreNot() {
        assertThat(codes(releases("ann", 3, Duration.ofHours(9), "red"))).containsExactly("red-releases-a-day");
        assertThat(codes(releases("ann", 3, Duration.ofHours(9), "orange"))).isEmpty();
    }

    @Test
    void whoNeverCancelsIsToldOfOnlyOnceThereIsEnoughToJudge() {
        List<Fact> ten = releases("ann", 10, Duration.ofDays(6), "yellow");
        assertThat(codes(ten.subList(0, 9))).isEmpty();
        assertThat(codes(ten)).containsExactly("hardly-ever-cancels");
        var fact = new Fact(NOW.minusSeconds(60), Kind.CANCELLED, "t", "ann", "yellow");
        assertThat(codes(Stream.concat(ten.stream(), Stream.of(fact)).toList()))
                .as("one in eleven was cancelled")
                .isEmpty();
    }

    private static List<String> codes(List<Fact> facts) {
        return UnusualReleases.of(facts, NOW).stream().map(Unusual::code).toList();
    }

    /** So many releases, spread evenly over the span before now. */
    private static List<Fact> releases(String staff, int count, Duration span, String tier) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Fact(
                        NOW.minus(span.dividedBy(count).multipliedBy(i)), Kind.RELEASED, "p-" + i, staff, tier))
                .toList();
    }
}
