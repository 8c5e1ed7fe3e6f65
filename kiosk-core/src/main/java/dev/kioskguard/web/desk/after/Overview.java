package dev.kioskguard.web.desk.after;

import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.paging.tally.Fact.Kind;
import dev.kioskguard.paging.tally.Tally;
import dev.kioskguard.paging.tally.UnusualReleases;
import dev.kioskguard.web.desk.log.DeskLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How this machine did of late, by its journal: {@code days, unusual, patrols}. */
public final class Overview {

    /** What is counted of each day, by its name. */
    public static final Map<String, Kind> COUNTS = counts();

    /** How many rounds are told, the latest. */
    public static final int PATROLS_SHOWN_MAX = 20;

    private final DeskLog log;
    private final InstantSource time;
    private final ZoneId zone;

    /** Makes it; {@code time} is the guard's, {@code zone} that in which a day begins. */
    public Overview(DeskLog log, InstantSource time, ZoneId zone) {
        this.log = log;
        this.time = time;
        this.zone = zone;
    }

    private static Map<String, Kind> counts() {
        var counts = new LinkedHashMap<String, Kind>();
        counts.put("asked", Kind.ASKED);
        counts.put("warned", Kind.WARNED);
        counts.put("stopped", Kind.STOPPED);
        counts.put("held", Kind.HELD);
        counts.put("released", Kind.RELEASED);
        counts.put("cancelled", Kind.CANCELLED);
        counts.put("pages", Kind.RAISED);
        counts.put("falsePages", Kind.FALSE_ALARM);
        return Collections.unmodifiableMap(counts);
    }

    Map<String, Object> body() {
        return body(log.facts(), time.instant());
    }

    private Map<String, Object> body(List<Fact> facts, Instant now) {
        var body = new LinkedHashMap<String, Object>();
        body.put("days", Tally.days(facts, zone).stream().map(Overview::day).toList());
        body.put(
                "unusual",
                UnusualReleases.of(facts, now).stream()
                        .map(one -> Map.of(
                                "staff", one.staff(),
                                "limit", one.code(),
                                "releases", one.releases(),
                                "within", one.within().toString()))
                        .toList());
        List<Fact> patrols =
                facts.stream().filter(fact -> fact.kind() == Kind.PATROLLED).toList();
        body.put(
                "patrols",
                patrols.subList(Math.max(0, patrols.size() - PATROLS_SHOWN_MAX), patrols.size()).stream()
                        .map(fact ->
                                Map.of("staff", fact.staff(), "at", fact.at().toString()))
                        .toList());
        return body;
    }

    private static Map<String, Object> day(Tally.Day day) {
        var body = new LinkedHashMap<String, Object>();
        body.put("day", day.day().toString());
        COUNTS.forEach((name, kind) -> body.put(name, day.count(kind)));
        day.acknowledged().ifPresent(median -> body.put("acknowledgedMedian", median.toString()));
        return body;
    }
}
