package dev.kioskguard.app.channel;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What came from outside and was refused, as lines of the journal: the first of each kind at once, the others counted
 * until the next line of their kind, a minute later at the earliest; at a desk, the rest of them once that is over.
 * Thread-safe.
 */
public final class Refusals {

    /** The kind of the journal's lines. */
    public static final String KIND = "OutsideRefused";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int KINDS_MAX = 50;

    private final Turns turns;
    private final Journal journal;
    private final Map<String, Count> counts = new HashMap<>();

    public Refusals(Turns turns, Journal journal) {
        this.turns = turns;
        this.journal = journal;
    }

    /** Notes one; {@code kind} is one of a fixed few, and neither says a word of what was sent. */
    public synchronized void note(String kind, String detail) {
        Count count = counts.computeIfAbsent(counts.size() < KINDS_MAX ? kind : "other", fresh -> new Count());
        count.since++;
        Instant now = turns.time().instant();
        if (now.isBefore(count.next)) {
            return;
        }
        count.detail = detail;
        write(kind, count, now);
    }

    /** Writes what was counted since a line that is a minute old; to be called every few seconds. */
    public synchronized void look() {
        Instant now = turns.time().instant();
        counts.forEach((kind, count) -> {
            if (count.since > 0 && !now.isBefore(count.next)) {
                write(kind, count, now);
            }
        });
    }

    private void write(String kind, Count count, Instant now) {
        long times = count.since;
        String detail = count.detail;
        count.since = 0;
        count.next = now.plus(EVERY);
        LOG.warn("refused from outside ({}, {} times): {}", kind, times, detail);
        var unused = turns.between(at -> journal.append(line(at, kind, detail, times)))
                .exceptionally(failed -> null);
    }

    private static Entry line(Instant at, String kind, String detail, long times) {
        var open = JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("detail", detail)
                .put("times", times);
        return new Entry(at, KIND, null, open, null);
    }

    /** How often one kind was refused since its last line, and when the next may be written. */
    private static final class Count {
        private long since;
        private String detail = "";
        private Instant next = Instant.MIN;
    }
}
