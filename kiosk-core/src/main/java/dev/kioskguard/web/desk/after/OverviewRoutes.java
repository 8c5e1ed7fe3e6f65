package dev.kioskguard.web.desk.after;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.paging.tally.Fact.Kind;
import dev.kioskguard.paging.tally.Tally;
import dev.kioskguard.paging.tally.UnusualReleases;
import dev.kioskguard.web.desk.Verdicts;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Changes;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /desk/overview} and {@code /desk/patrols}: how the branch did, and who walked past the machine. */
public final class OverviewRoutes {

    private static final int PATROLS_SHOWN_MAX = 20;

    private final GuardRunner guard;
    private final DeskLog log;
    private final DeskSessions sessions;
    private final ZoneId zone;

    public OverviewRoutes(GuardRunner guard, DeskLog log, DeskSessions sessions, ZoneId zone) {
        this.guard = guard;
        this.log = log;
        this.sessions = sessions;
        this.zone = zone;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/overview", ctx -> {
            sessions.requireTo(ctx, Deed.OVERSEE);
            Json.answer(ctx, 200, overview(log.facts(), guard.time().instant()));
        });
        routes.post("/desk/patrols", this::patrol);
    }

    private void patrol(Context ctx) {
        String staff = sessions.requireTo(ctx, Deed.PATROL).staff().id();
        Changes.make(
                ctx,
                guard,
                at -> log.patrolled(at, staff) ? Optional.empty() : Optional.of(Verdicts.patrolledAlready()),
                () -> Json.answer(ctx, 201, Map.of("staff", staff)));
    }

    private Map<String, Object> overview(List<Fact> facts, Instant now) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "days",
                Tally.days(facts, zone).stream().map(OverviewRoutes::day).toList());
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
        body.put("asked", day.count(Kind.ASKED));
        body.put("warned", day.count(Kind.WARNED));
        body.put("stopped", day.count(Kind.STOPPED));
        body.put("held", day.count(Kind.HELD));
        body.put("released", day.count(Kind.RELEASED));
        body.put("cancelled", day.count(Kind.CANCELLED));
        body.put("pages", day.count(Kind.RAISED));
        body.put("falsePages", day.count(Kind.FALSE_ALARM));
        day.acknowledged().ifPresent(median -> body.put("acknowledgedMedian", median.toString()));
        return body;
    }
}
