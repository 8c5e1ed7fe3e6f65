package dev.kioskguard.app.record;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.transfer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Tail tail = Tail.of(journal);
        var replay = new Replay(journal::personal, tail.start());
        if (tail.policy != null) {
            replay.take(tail.policy);
        }
        tail.lines.subList(tail.begin, tail.lines.size()).forEach(replay::take);
        GuardState state = replay.state();
        if (replay.outcome().disagreement() != null) {
            // Another version decides otherwise: what was under way is not made up, but no stop is forgotten.
            LOG.warn(
                    "the journal's tail is decided otherwise today: {}",
                    replay.outcome().disagreement());
            state = tail.start().remembering(tail.allCards());
        }
        return new Recovery(state, tail.ended, replay.cleared(), tail.requestKeys);
    }

    /** The last lines, each read once: what they tell by themselves, and from where on they are gone through again. */
    private static final class Tail {

        private final List<Line> lines = new ArrayList<>();
        private final List<Ended> ended = new ArrayList<>();
        private final Map<String, String> requestKeys = new LinkedHashMap<>();

        /** What was remembered before the lines that are gone through again, and since; those remember anew. */
        private final Map<String, CardMemory> cards = new LinkedHashMap<>();

        private final Map<String, CardMemory> cardsSince = new LinkedHashMap<>();
        private int begin;
        private @Nullable Line policy;

        static Tail of(Journal journal) {
            var tail = new Tail();
            long after = Math.max(0, journal.head().sequence() - LINES_MAX);
            Instant recent = journal.lastAt().orElse(Instant.EPOCH).minus(CLEARANCES_BACK);
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
                ended.add(new Ended(end.path("transferId").asString(), verdict));
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
}
