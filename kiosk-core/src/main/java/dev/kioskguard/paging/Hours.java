package dev.kioskguard.paging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A span of the same hours on some days of the week.
 *
 * @param from the first moment, included
 * @param to the last, not included; after {@code from}, so that a night is two spans
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Hours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("a span of hours has days, and ends after it begins");
        }
    }

    /** Returns whether any of these spans covers the instant by the clocks of the zone; without a span, always. */
    public static boolean cover(List<Hours> spans, Instant at, ZoneId zone) {
        var local = at.atZone(zone).toLocalDateTime();
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.contains(local));
    }

    private boolean contains(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
}
