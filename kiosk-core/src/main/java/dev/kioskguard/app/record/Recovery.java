package dev.kioskguard.app.record;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.transfer.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a guard that starts again reads from its journal: what was under way, which stops are remembered, how the latest
 * transfers ended.
 *
 * @param state as after the last line; what was under way in it cannot be proven any more and is to be refused
 * @param ended the latest ends, oldest first
 * @param cleared the transfers let go of late, so that a clearance that a crash kept back can be given again
 * @param requestKeys idempotency keys and the transfers they stand for
 */
public record Recovery(
        GuardState state, List<Ended> ended, List<Replay.Cleared> cleared, Map<String, String> requestKeys) {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** How many lines are read back; before them nothing can be open any more. */
    public static final int LINES_MAX = 20_000;

    /** How far back clearances are recovered; the host takes none that is older. */
    public static final Duration CLEARANCES_BACK = Duration.ofHours(1);

    /** How a transfer ended. */
    public record Ended(String transferId, Verdict verdict) {}

    /** Reads the tail of the journal. A visit that was forgotten by then was not open. */
    public static Recovery read(Journal journal) {
        List<Line> tail = tail(journal);
        var ended = new ArrayList<Ended>();
        var keys = new LinkedHashMap<String, String>();
        int atRest = 0;
        Means means = Means.NONE;
        for (int i = 0; i < tail.size(); i++) {
            Line.Fields fields = tail.get(i).fields();
            ends(fields, ended);
            JsonNode key = fields.open().path(JournalRecorder.REQUEST_KEY);
            if (key.size() == 2) {
                keys.put(key.get(0).asString(), key.get(1).asString());
            }
            boolean old = fields.at().isBefore(journal.lastAt().orElseThrow().minus(CLEARANCES_BACK));
            if (old && fields.open().path(JournalRecorder.REST).asBoolean(false)) {
                atRest = i + 1;
                means = EventCodec.read(fields.open().path(JournalRecorder.MEANS), Means.class);
            }
        }
        GuardState start = GuardState.EMPTY.with(means).remembering(cards(tail.subList(0, atRest)));
        Replay replay = replayed(journal, tail, atRest, start);
        GuardState state = replay.state();
        if (replay.outcome().disagreement() != null) {
            // Another version decides otherwise: what was under way is not made up, but no stop is forgotten.
            LOG.warn(
                    "the journal's tail is decided otherwise today: {}",
                    replay.outcome().disagreement());
            state = GuardState.EMPTY.with(means).remembering(cards(tail));
        }
        return new Recovery(state, ended, replay.cleared(), keys);
    }

    /** What was remembered before the lines that are gone through again; those remember anew. */
    private static Map<String, CardMemory> cards(List<Line> before) {
        var cards = new LinkedHashMap<String, CardMemory>();
        for (Line line : before) {
            JsonNode open = line.fields().open();
            open.path(JournalRecorder.CARDS)
                    .properties()
                    .forEach(card -> remember(cards, card.getKey(), card.getValue()));
            JsonNode card = open.path(JournalRecorder.CARD);
            if (card.isObject()) {
                remember(cards, card.path(JournalRecorder.TOKEN).asString(), card.path(JournalRecorder.MEMORY));
            }
        }
        return cards;
    }

    private static void remember(Map<String, CardMemory> cards, String token, JsonNode memory) {
        cards.remove(token);
        cards.put(token, EventCodec.read(memory, CardMemory.class));
    }

    private static Replay replayed(Journal journal, List<Line> tail, int atRest, GuardState start) {
        var replay = new Replay(journal::personal, start);
        for (int i = 0; i < tail.size(); i++) {
            if (i >= atRest || tail.get(i).fields().kind().equals(JournalRecorder.POLICY)) {
                replay.take(tail.get(i));
            }
        }
        return replay;
    }

    private static List<Line> tail(Journal journal) {
        var tail = new ArrayList<Line>();
        long after = Math.max(0, journal.head().sequence() - LINES_MAX);
        new LinePages(after, journal::lines).forEachRemaining(tail::add);
        return tail;
    }

    private static void ends(Line.Fields fields, List<Ended> ended) {
        for (JsonNode end : fields.open().path(JournalRecorder.ENDED)) {
            ended.add(
                    new Ended(end.path("transferId").asString(), EventCodec.read(end.path("verdict"), Verdict.class)));
        }
    }
}
