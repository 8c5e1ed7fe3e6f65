package dev.kioskguard.app.record;

import dev.kioskguard.audit.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the guard went through of late, step by step, as its journal tells it. */
public final class Retold {

    /** So long before a page a customer may have come to the machine. */
    private static final Duration VISIT_MAX = Duration.ofHours(1);

    private Retold() {}

    /**
     * Returns the steps since shortly before an instant, decided again. It reads up to {@link Recovery#LINES_MAX}
     * lines: not for the guard's own thread. Visits that were forgotten by now are not among them, and nothing that
     * lies further back.
     */
    public static List<Replay.Step> since(Journal journal, Instant when) {
        var steps = new ArrayList<Replay.Step>();
        Tail tail = Tail.of(journal, when.minus(VISIT_MAX));
        tail.goThrough(new Replay(journal::personal, tail.start(), steps::add));
        return List.copyOf(steps);
    }
}
