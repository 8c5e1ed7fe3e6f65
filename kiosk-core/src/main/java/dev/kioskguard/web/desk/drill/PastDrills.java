package dev.kioskguard.web.desk.drill;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How drills went, as the journal has it. Thread-safe. */
final class PastDrills {

    /** How many are told, the latest. */
    static final int DRILLS_MAX = 20;

    /** Lines that are read at first. */
    private static final int LINES_MAX = 20_000;

    private final Journal journal;
    private final Deque<ObjectNode> over = new ArrayDeque<>();
    private long seen;

    PastDrills(Journal journal) {
        this.journal = journal;
        this.seen = Math.max(0, journal.head().sequence() - LINES_MAX);
    }

    /** Returns them, the latest first, each with when it was over. */
    synchronized List<ObjectNode> latest() {
        for (var lines = new LinePages(seen, journal::lines); lines.hasNext(); ) {
            Line line = lines.next();
            seen = line.sequence();
            Line.Fields fields = line.fields();
            if (fields.kind().equals(DrillBoard.KIND)
                    && fields.open().path("what").asString("").equals("over")) {
                keep(fields.open().deepCopy().put("at", fields.at().toString()));
            }
        }
        var all = new ArrayList<>(over);
        Collections.reverse(all);
        return all;
    }

    private void keep(ObjectNode drill) {
        over.addLast(drill);
        if (over.size() > DRILLS_MAX) {
            over.removeFirst();
        }
    }
}
