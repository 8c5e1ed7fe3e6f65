package dev.kioskguard.web.desk.log;

import dev.kioskguard.audit.Line;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.paging.tally.Fact.Kind;
import dev.kioskguard.transfer.EndState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is counted of a line, all of it from its open part: names and accounts are in none of it. */
final class JournalFacts {

    private static final Map<String, Kind> BY_STAGE = Map.of(
            Stage.ASK_PURPOSE.name(), Kind.ASKED,
            Stage.WARNING.name(), Kind.WARNED,
            Stage.HELD.name(), Kind.HELD);

    private static final Map<String, Kind> BY_PAGE_STATE = Map.of(
            Page.State.RAISED.word(), Kind.RAISED,
            Page.State.ACKNOWLEDGED.word(), Kind.TAKEN);

    private static final Map<String, Kind> BY_DEED = Map.of(
            Deed.RELEASE.word(),
            Kind.RELEASED,
            Deed.CANCEL.word(),
            Kind.CANCELLED,
            DeskLog.FALSE_ALARM,
            Kind.FALSE_ALARM,
            DeskLog.PATROL,
            Kind.PATROLLED);

    private JournalFacts() {}

    static List<Fact> of(Line.Fields line) {
        JsonNode open = line.open();
        var facts = new ArrayList<Fact>();
        if (line.kind().equals(DeskLog.PAGE_KIND)) {
            add(facts, line, BY_PAGE_STATE.get(open.path("state").asString("")), "page");
        } else if (line.kind().equals(DeskLog.KIND)) {
            add(facts, line, BY_DEED.get(open.path("what").asString("")), "page");
        } else {
            for (JsonNode move : open.path("moves")) {
                Kind kind = BY_STAGE.get(move.path(3).asString(""));
                if (kind != null) {
                    facts.add(new Fact(line.at(), kind, move.path(0).asString(""), "", ""));
                }
            }
            for (JsonNode end : open.path("ended")) {
                if (end.at("/verdict/end").asString("").equals(EndState.STOPPED.name())) {
                    facts.add(new Fact(
                            line.at(), Kind.STOPPED, end.path("transferId").asString(""), "", ""));
                }
            }
        }
        return facts;
    }

    private static void add(List<Fact> facts, Line.Fields line, @Nullable Kind kind, String subject) {
        if (kind != null) {
            JsonNode open = line.open();
            facts.add(new Fact(
                    line.at(),
                    kind,
                    open.path(subject).asString(""),
                    open.path("staff").asString(""),
                    open.path("tier").asString("")));
        }
    }
}
