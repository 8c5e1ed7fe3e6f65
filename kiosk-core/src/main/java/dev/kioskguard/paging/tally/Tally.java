package dev.kioskguard.paging.tally;

import dev.kioskguard.paging.tally.Fact.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Facts counted by the days of a time zone; nothing is counted twice, however often it is told. */
public final class Tally {

    private Tally() {}

    /**
     * Counts.
     *
     * @param facts in the order in which they were written
     * @return days on which anything was, earliest first
     */
    public static List<Day> days(List<Fact> facts, ZoneId zone) {
        var days = new TreeMap<LocalDate, Map<Kind, Set<String>>>();
        for (Fact fact : facts) {
            // A release of one of two people is a deed of its own; whatever has no subject is told once each time.
            String once = fact.subject().isEmpty() ? fact.at().toString() : fact.subject() + " " + fact.staff();
            days.computeIfAbsent(fact.at().atZone(zone).toLocalDate(), day -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(fact.kind(), kind -> new HashSet<>())
                    .add(fact.kind() == Kind.TAKEN ? fact.subject() : once);
        }
        Map<LocalDate, List<Duration>> waits = waits(facts, zone);
        return days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(), counts(day.getValue()), median(waits.getOrDefault(day.getKey(), List.of()))))
                .toList();
    }

    private static Map<Kind, Integer> counts(Map<Kind, Set<String>> of) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        of.forEach((kind, all) -> counts.put(kind, all.size()));
        return counts;
    }

    /** How long each page waited until somebody was on the way, by the day on which it was raised. */
    private static Map<LocalDate, List<Duration>> waits(List<Fact> facts, ZoneId zone) {
        var raised = new HashMap<String, Instant>();
        var waits = new HashMap<LocalDate, List<Duration>>();
        for (Fact fact : facts) {
            if (fact.kind() == Kind.RAISED) {
                raised.putIfAbsent(fact.subject(), fact.at());
            } else if (fact.kind() == Kind.TAKEN) {
                // Only the first who comes ends the wait.
                Instant since = raised.remove(fact.subject());
                if (since != null) {
                    waits.computeIfAbsent(since.atZone(zone).toLocalDate(), day -> new ArrayList<>())
                            .add(Duration.between(since, fact.at()));
                }
            }
        }
        return waits;
    }

    /** Returns the middle one, or the shorter of the two in the middle. */
    private static Optional<Duration> median(List<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    /**
     * What was on one day.
     *
     * @param acknowledged half of the pages waited no longer than this until somebody was on the way
     */
    public record Day(LocalDate day, Map<Kind, Integer> counts, Optional<Duration> acknowledged) {

        public Day {
            counts = Map.copyOf(counts);
        }

        public int count(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }
    }
}
