package dev.kioskguard.app.record;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.transfer.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var cards = new LinkedHashMap<String, CardMemory>();
        int atRest = 0;
        for (int i = 0; i < tail.size(); i++) {
            Line.Fields fields = tail.get(i).fields();
            ends(fields, ended);
            JsonNode key = fields.open().path(JournalRecorder.REQUEST_KEY);
            if (key.size() == 2) {
                keys.put(key.get(0).asString(), key.get(1).asString());
            }
            JsonNode card = fields.open().path(JournalRecorder.CARD);
            if (card.isObject()) {
                String token = card.path(JournalRecorder.TOKEN).asString();
                cards.remove(token);
                cards.put(token, EventCodec.read(card.path(JournalRecorder.MEMORY), CardMemory.class));
            }
            boolean old = fields.at().isBefore(journal.lastAt().orElseThrow().minus(CLEARANCES_BACK));
            if (old && fields.open().path(JournalRecorder.REST).asBoolean(false)) {
                atRest = i + 1;
            }
        }
        Replay replay = replayed(journal, tail, atRest, cards);
        return new Recovery(replay.state(), ended, replay.cleared(), keys);
    }

    private static Replay replayed(Journal journal, List<Line> tail, int atRest, Map<String, CardMemory> cards) {
        GuardState start = GuardState.EMPTY.remembering(cards);
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
