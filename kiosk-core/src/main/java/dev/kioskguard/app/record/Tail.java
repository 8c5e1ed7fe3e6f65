package dev.kioskguard.app.record;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.transfer.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The last lines, each read once: what they tell by themselves, and from where on they are gone through again. */
final class Tail {

    private final List<Line> lines = new ArrayList<>();
    private final List<Recovery.Ended> ended = new ArrayList<>();
    private final Map<String, String> requestKeys = new LinkedHashMap<>();

    /** What was remembered before the lines that are gone through again, and since; those remember anew. */
    private final Map<String, CardMemory> cards = new LinkedHashMap<>();

    private final Map<String, CardMemory> cardsSince = new LinkedHashMap<>();
    private int begin;
    private @Nullable Line policy;

    /** Reads the tail; what happened since {@code recent} is to be gone through again. */
    static Tail of(Journal journal, Instant recent) {
        var tail = new Tail();
        long after = Math.max(0, journal.head().sequence() - Recovery.LINES_MAX);
        Line policy = null;
        for (var lines = new LinePages(after, journal::lines); lines.hasNext(); ) {
            Line line = lines.next();
            Line.Fields fields = line.fields();
            tail.lines.add(line);
            tail.take(fields.open());
            policy = fields.kind().equals(JournalRecorder.POLICY) ? line : policy;
            if (fields.at().isBefore(recent)
                    && fields.open().path(JournalRecorder.REST).asBoolean(false)) {
                tail.beginAfter(policy);
            }
        }
        return tail;
    }

    private void take(JsonNode open) {
        for (JsonNode end : open.path(JournalRecorder.ENDED)) {
            Verdict verdict = EventCodec.read(end.path("verdict"), Verdict.class);
            ended.add(new Recovery.Ended(end.path("transferId").asString(), verdict));
        }
        JsonNode key = open.path(JournalRecorder.REQUEST_KEY);
        if (key.size() == 2) {
            requestKeys.put(key.get(0).asString(), key.get(1).asString());
        }
        open.path(JournalRecorder.CARDS)
                .properties()
                .forEach(card ->
                        remember(cardsSince, card.getKey(), EventCodec.read(card.getValue(), CardMemory.class)));
    }

    private void beginAfter(@Nullable Line rules) {
        begin = lines.size();
        policy = rules;
        cardsSince.forEach((token, memory) -> remember(cards, token, memory));
        cardsSince.clear();
    }

    /** Goes through again what is recent. */
    void goThrough(Replay replay) {
        if (policy != null) {
            replay.take(policy);
        }
        lines.subList(begin, lines.size()).forEach(replay::take);
    }

    List<Recovery.Ended> ended() {
        return ended;
    }

    Map<String, String> requestKeys() {
        return requestKeys;
    }

    /** The state at the beginning. */
    GuardState start() {
        Means means = begin == 0
                ? Means.NONE
                : EventCodec.read(lines.get(begin - 1).fields().open().path(JournalRecorder.MEANS), Means.class);
        return GuardState.EMPTY.with(means).remembering(cards);
    }

    Map<String, CardMemory> allCards() {
        var all = new LinkedHashMap<>(cards);
        cardsSince.forEach((token, memory) -> remember(all, token, memory));
        return all;
    }

    private static void remember(Map<String, CardMemory> cards, String token, CardMemory memory) {
        cards.remove(token);
        cards.put(token, memory);
    }
}
