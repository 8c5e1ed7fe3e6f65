package dev.kioskguard.app.config;

import dev.kioskguard.paging.Hours;
import dev.kioskguard.paging.Rota;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The section {@code paging} of a file that fits the schema; what it leaves out is as usual. */
final class PagingSection {

    private static final Duration PATIENCE_MIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE_MAX = Duration.ofMinutes(10);

    private final ConfigText text;
    private final List<String> complaints;

    private PagingSection(ConfigText text, List<String> complaints) {
        this.text = text;
        this.complaints = complaints;
    }

    /** Maps the section; what is out of range becomes a complaint and counts as left out. */
    static Rota map(ConfigText text, List<String> complaints, ZoneId zone) {
        return new PagingSection(text, complaints).rota(text.tree().path("paging"), zone);
    }

    private Rota rota(JsonNode paging, ZoneId zone) {
        Rota usual = Rota.usual(zone);
        return new Rota(
                patience(paging, "lobby-manager", usual.lobbyManager()),
                patience(paging, "head-of-branch", usual.headOfBranch()),
                patience(paging, "officer", usual.officer()),
                hours(paging.path("hours")),
                zone);
    }

    private Duration patience(JsonNode paging, String name, Duration usual) {
        JsonNode written = paging.path(name);
        if (written.isMissingNode()) {
            return usual;
        }
        return ConfigMapping.span(text, complaints, "paging." + name, written.asString(), PATIENCE_MIN, PATIENCE_MAX);
    }

    private List<Hours> hours(JsonNode listed) {
        var hours = new ArrayList<Hours>();
        for (int i = 0; i < listed.size(); i++) {
            JsonNode span = listed.path(i);
            try {
                hours.add(new Hours(days(span.path("days")), time(span, "from"), time(span, "to")));
            } catch (DateTimeException | IllegalArgumentException backwards) {
                complaints.add(text.complaint(
                        "/paging/hours/" + i,
                        "is no span of a day; write from before to, both from 00:00 to 23:59: a night is two spans"));
            }
        }
        return hours;
    }

    private static EnumSet<DayOfWeek> days(JsonNode listed) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode day : listed) {
            days.add(DayOfWeek.valueOf(day.asString().toUpperCase(Locale.ROOT)));
        }
        return days;
    }

    private static LocalTime time(JsonNode span, String name) {
        return LocalTime.parse(span.path(name).asString());
    }
}
