package dev.kioskguard.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When, where and to whom something of a pack is shown; what is empty or null restricts nothing.
 *
 * @param sites ids of branches
 * @param from first day
 * @param until last day
 * @param hours of the terminal's clock, 0 to 23
 * @param groups classes of customers, such as {@code elder}
 */
public record Targeting(
        Set<String> sites,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<Month> months,
        Set<DayOfWeek> days,
        Set<Integer> hours,
        Set<String> groups) {

    public static final Targeting EVERYBODY =
            new Targeting(Set.of(), null, null, Set.of(), Set.of(), Set.of(), Set.of());

    public Targeting {
        sites = Set.copyOf(sites);
        months = Set.copyOf(months);
        days = Set.copyOf(days);
        hours = Set.copyOf(hours);
        groups = Set.copyOf(groups);
    }

    /** Returns whether this is meant for a customer of that group, at that branch, now. */
    public boolean holds(String site, String group, ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return allows(sites, site)
                && (from == null || !today.isBefore(from))
                && (until == null || !today.isAfter(until))
                && allows(months, today.getMonth())
                && allows(days, today.getDayOfWeek())
                && allows(hours, now.getHour())
                && allows(groups, group);
    }

    private static <T> boolean allows(Set<T> some, T one) {
        return some.isEmpty() || some.contains(one);
    }
}
