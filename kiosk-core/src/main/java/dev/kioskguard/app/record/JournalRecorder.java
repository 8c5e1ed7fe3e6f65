package dev.kioskguard.app.record;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Letter;
import dev.kioskguard.audit.Line;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Decision.Move;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.Recorder;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each step of the guard as one line of the journal.
 *
 * <p>Open: which event, which rows of the table were used, how a transfer ended and why, what is remembered of which
 * card token, whether the machine is at rest after it. Sealed: the event itself, where it tells of the customer.
 */
public final class JournalRecorder implements Recorder {

    static final String POLICY = "Policy";
    static final String RULES = "policy";
    static final String PACK = "pack";
    static final String CHANCE = "chance";
    static final String MOVES = "moves";
    static final String ENDED = "ended";
    static final String NOTICES = "notices";
    static final String REMEMBERED = "Remembered";
    static final String CARDS = "cards";
    static final String EVENT = "event";
    static final String REST = "rest";
    static final String MEANS = "means";
    static final String REQUEST_KEY = "requestKey";

    /** After so many lines what stands is written again, so that {@link Recovery} always finds it. */
    static final int STANDING_EVERY_LINES = 5_000;

    /** Characters of one line that tells of cards: with room for the largest, and for what every line has. */
    private static final int CARDS_LENGTH_MAX = Line.LENGTH_MAX - 16 * 1024;

    private final Journal journal;
    private final Function<List<Effect>, List<Letter>> letters;
    private @Nullable PolicyLine policy;
    private long standingSince;
    private long cardsSince;

    /** Makes a recorder of steps that call nobody. */
    public JournalRecorder(Journal journal) {
        this(journal, effects -> List.of());
    }

    /** Makes a recorder; {@code letters} are what a step says to people, in one commit with its line. */
    public JournalRecorder(Journal journal, Function<List<Effect>, List<Letter>> letters) {
        this.journal = journal;
        this.letters = letters;
    }

    /** Writes the policy that the lines after this one were decided by. */
    public void policy(Instant at, PolicyLine now) {
        policy = now;
        standing(at, now);
    }

    private void standing(Instant at, PolicyLine now) {
        standingSince =
                journal.append(new Entry(at, POLICY, null, now.open(), null)).sequence();
    }

    /** Writes what is remembered of all cards, on as many lines as it takes. */
    private void standing(Instant at, Map<String, CardMemory> cards) {
        ObjectNode some = EventCodec.JSON.createObjectNode();
        int length = 0;
        for (var card : cards.entrySet()) {
            ObjectNode memory = EventCodec.write(card.getValue());
            length += card.getKey().length() + memory.toString().length();
            some.set(card.getKey(), memory);
            if (length > CARDS_LENGTH_MAX) {
                remembered(at, some);
                some = EventCodec.JSON.createObjectNode();
                length = 0;
            }
        }
        if (!some.isEmpty()) {
            remembered(at, some);
        }
        cardsSince = journal.head().sequence();
    }

    private void remembered(Instant at, ObjectNode cards) {
        ObjectNode open = EventCodec.JSON.createObjectNode();
        open.set(CARDS, cards);
        journal.append(new Entry(at, REMEMBERED, null, open, null));
    }

    @Override
    public void write(GuardEvent event, long chance, GuardState before, Decision decision) {
        // Before the step's own line, which a clearance may be about to name as the journal's head.
        if (policy != null && journal.head().sequence() - standingSince >= STANDING_EVERY_LINES) {
            standing(event.at(), policy);
        }
        if (journal.head().sequence() - cardsSince >= STANDING_EVERY_LINES) {
            standing(event.at(), before.cards());
        }
        ObjectNode open = open(event, chance, before, decision);
        String visit = visit(event, before, decision.next());
        ObjectNode sealed = null;
        if (!EventCodec.isPersonal(event)) {
            open.putRawValue(EVENT, EventCodec.raw(event));
        } else if (visit != null) {
            sealed = EventCodec.write(event);
        }
        var line = new Entry(event.at(), EventCodec.kind(event), visit, open, sealed);
        journal.append(line, letters.apply(decision.effects()));
    }

    /** Returns the open part of a step's line, without the event. */
    static ObjectNode open(GuardEvent event, long chance, GuardState before, Decision decision) {
        ObjectNode open = EventCodec.JSON.createObjectNode().put(CHANCE, chance);
        moves(open.putArray(MOVES), decision);
        ArrayNode ended = open.putArray(ENDED);
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.End end) {
                ended.addObject().put("transferId", end.transferId()).set("verdict", EventCodec.write(end.verdict()));
            }
        }
        notices(open, decision);
        cards(open, before, decision.next());
        if (event instanceof GuardEvent.TransferRequested requested && requested.requestKey() != null) {
            open.putArray(REQUEST_KEY).add(requested.requestKey()).add(requested.transferId());
        }
        GuardState after = decision.next();
        if (after.isAtRest()) {
            // A restart may begin here, long after voice and screen were last heard of.
            open.set(MEANS, EventCodec.write(after.means()));
        }
        return open.put(REST, after.isAtRest());
    }

    private static void moves(ArrayNode all, Decision decision) {
        for (Move move : decision.moves()) {
            all.addArray()
                    .add(move.transferId())
                    .add(move.from().name())
                    .add(move.turn().name())
                    .add(move.to().name());
        }
    }

    /** Which text of which pack was shown to whom beside a transfer, and what became of it. */
    private static void notices(ObjectNode open, Decision decision) {
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.TellNotice told) {
                ArrayNode all = open.path(NOTICES) instanceof ArrayNode begun ? begun : open.putArray(NOTICES);
                all.addArray()
                        .add(told.noticeId())
                        .add(told.wording().subject().word())
                        .add(told.state().word())
                        .add(told.wording().textDigest())
                        .add(told.wording().pack());
            }
        }
    }

    /** What was remembered of cards in this step, so that a restart knows it although the visit is long over. */
    private static void cards(ObjectNode open, GuardState before, GuardState after) {
        if (after.cards() == before.cards()) {
            return;
        }
        after.cards().forEach((token, memory) -> {
            if (!memory.equals(before.cards().get(token))) {
                ObjectNode all = open.path(CARDS) instanceof ObjectNode begun ? begun : open.putObject(CARDS);
                all.set(token, EventCodec.write(memory));
            }
        });
    }

    private static @Nullable String visit(GuardEvent event, GuardState before, GuardState after) {
        Visit visit = after.visit() == null ? before.visit() : after.visit();
        if (visit != null) {
            return visit.sessionId();
        }
        if (event instanceof GuardEvent.StaffSpoke spoke) {
            Case paused = before.paused().get(spoke.transferId());
            return paused == null ? null : paused.named().sessionId();
        }
        return before.open() == null ? null : before.open().named().sessionId();
    }
}
