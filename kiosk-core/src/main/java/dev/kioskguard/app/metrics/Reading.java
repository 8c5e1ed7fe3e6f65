package dev.kioskguard.app.metrics;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.paging.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to measure at one instant.
 *
 * @param today counted as the head of the branch sees it
 * @param broker how the way outside stands; null where there is none
 * @param lines of the journal since it was begun
 */
record Reading(Tally.Day today, @Nullable ChannelStatus broker, long lines) {

    static Reading of(List<Fact> facts, Instant now, ZoneId zone, Optional<ChannelStatus> broker, Journal journal) {
        LocalDate day = now.atZone(zone).toLocalDate();
        Tally.Day today = Tally.days(facts, zone).stream()
                .filter(one -> one.day().equals(day))
                .findFirst()
                .orElse(new Tally.Day(day, Map.of(), Optional.empty()));
        return new Reading(today, broker.orElse(null), journal.head().sequence());
    }

    double count(Fact.Kind kind) {
        return today.count(kind);
    }

    /** Returns the seconds of the middle wait of today, or no number where nobody was waited for. */
    double acknowledged() {
        return today.acknowledged().map(wait -> wait.toMillis() / 1000.0).orElse(Double.NaN);
    }

    /** Returns 1 while the broker is there and 0 while it is not, or no number where none is wanted. */
    double connected() {
        return broker == null ? Double.NaN : broker.state() == ChannelStatus.State.CONNECTED ? 1 : 0;
    }

    double waiting() {
        return broker == null ? 0 : broker.waiting();
    }
}
