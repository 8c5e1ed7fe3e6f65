package dev.kioskguard.paging.tally;

import dev.kioskguard.paging.tally.Fact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When one person lets more go than is usual, so that the head of the branch asks why. Nothing is blocked by it: a busy
 * day looks the same from here.
 */
public final class UnusualReleases {

    // @formatter:off
    public static final List<Limit> TABLE = List.of(
        //        code                     within                 more than  of these tiers   and at least this share
        new Limit("releases-an-hour",      Duration.ofHours(1),   4,         Set.of(),        0),
        new Limit("releases-a-day",        Duration.ofHours(24),  12,        Set.of(),        0),
        new Limit("red-releases-a-day",    Duration.ofHours(24),  2,         Set.of("red"),   0),
        new Limit("hardly-ever-cancels",   Duration.ofDays(7),    9,         Set.of(),        0.95));
    // @formatter:on

    private UnusualReleases() {}

    /** Returns everything that is unusual at this instant, by person and in the table's order. */
    public static List<Unusual> of(List<Fact> facts, Instant now) {
        var staff = new TreeSet<String>();
        facts.stream().filter(fact -> fact.kind() == Kind.RELEASED).forEach(fact -> staff.add(fact.staff()));
        return staff.stream().flatMap(one -> of(one, facts, now)).toList();
    }

    private static Stream<Unusual> of(String staff, List<Fact> facts, Instant now) {
        return TABLE.stream().flatMap(limit -> {
            List<Fact> own = facts.stream()
                    .filter(fact -> fact.staff().equals(staff) && limit.covers(fact, now))
                    .toList();
            long releases =
                    own.stream().filter(fact -> fact.kind() == Kind.RELEASED).count();
            long cancels =
                    own.stream().filter(fact -> fact.kind() == Kind.CANCELLED).count();
            boolean unusual = releases > limit.releasesMax() && releases >= limit.shareMin() * (releases + cancels);
            return unusual ? Stream.of(new Unusual(staff, limit.code(), releases, limit.within())) : Stream.of();
        });
    }

    /**
     * One line of the table.
     *
     * @param releasesMax so many are usual
     * @param tiers words of the tiers that count; empty for all
     * @param shareMin unusual only where releases are at least this share of releases and cancels, 0 to 1
     */
    public record Limit(String code, Duration within, int releasesMax, Set<String> tiers, double shareMin) {

        public Limit {
            tiers = Set.copyOf(tiers);
        }

        private boolean covers(Fact fact, Instant now) {
            return fact.at().isAfter(now.minus(within))
                    && !fact.at().isAfter(now)
                    && (tiers.isEmpty() || tiers.contains(fact.tier()));
        }
    }

    /** Somebody is over a limit. */
    public record Unusual(String staff, String code, long releases, Duration within) {

        /** Returns whether this is the same finding, whatever it has grown to. */
        public boolean isSame(Unusual other) {
            return staff.equals(other.staff) && code.equals(other.code);
        }
    }
}
