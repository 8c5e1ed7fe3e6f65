package dev.kioskguard.app.record;

import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Line;
import dev.kioskguard.guard.decide.Guard;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The journal gone through again: each event is decided anew, and what is decided must be what was written.
 *
 * <p>Where a visit has been forgotten its events cannot be read; they are counted, and the replay goes on at the next
 * line that left the machine at rest.
 */
public final class Replay {

    private final Function<Line.Fields, Optional<ObjectNode>> personal;
    private GuardState state;
    private @Nullable Policy policy;
    private String pack = "";
    private boolean lost;
    private final List<Cleared> cleared = new ArrayList<>();
    private final Consumer<Step> witness;
    private long agreed;
    private long unreadable;
    private @Nullable Disagreement disagreement;

    /** Begins a replay; {@code personal} unseals a line's personal part where its key still exists. */
    public Replay(Function<Line.Fields, Optional<ObjectNode>> personal, GuardState start) {
        this(personal, start, step -> {});
    }

    /** Begins a replay; {@code witness} is told of each step that was decided as it was written. */
    public Replay(Function<Line.Fields, Optional<ObjectNode>> personal, GuardState start, Consumer<Step> witness) {
        this.personal = personal;
        this.state = start;
        this.witness = witness;
    }

    /** Returns the state after the last line that was taken. */
    public GuardState state() {
        return state;
    }

    /** Returns every transfer that was let go in the lines taken. */
    public List<Cleared> cleared() {
        return cleared;
    }

    public Outcome outcome() {
        return new Outcome(agreed, unreadable, disagreement);
    }

    /** Takes the next line of the journal; lines that are not the guard's are passed over. */
    public void take(Line line) {
        Line.Fields fields = line.fields();
        if (fields.kind().equals(JournalRecorder.POLICY)) {
            policy = EventCodec.read(fields.open().path(JournalRecorder.RULES), Policy.class);
            pack = fields.open().path(JournalRecorder.PACK).asString("");
        } else if (EventCodec.isKnown(fields.kind()) && disagreement == null) {
            step(line.head(), fields);
        }
    }

    private void step(Head head, Line.Fields fields) {
        Optional<GuardEvent> event = event(fields);
        if (event.isEmpty() || policy == null) {
            unreadable++;
            lost = true;
        } else if (!lost) {
            decide(head, fields, event.get(), policy);
        }
        if (lost && fields.open().path(JournalRecorder.REST).asBoolean(false)) {
            state = GuardState.EMPTY
                    .with(state.means())
                    .with(state.watching())
                    .with(state.lastKey())
                    .remembering(state.cards());
            lost = false;
        }
    }

    private void decide(Head head, Line.Fields fields, GuardEvent event, Policy by) {
        Decision decision = Guard.decide(
                state, event, fields.open().path(JournalRecorder.CHANCE).asLong(), by);
        ObjectNode again = JournalRecorder.open(event, 0, state, decision);
        for (String field : new String[] {JournalRecorder.MOVES, JournalRecorder.ENDED, JournalRecorder.NOTICES}) {
            if (!again.path(field).equals(fields.open().path(field))) {
                disagreement =
                        new Disagreement(head.sequence(), text(fields.open().path(field)), text(again.path(field)));
                return;
            }
        }
        agreed++;
        witness.accept(new Step(state, event, decision));
        state = decision.next();
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Sign sign) {
                cleared.add(new Cleared(sign.cleared(), head, pack));
            }
        }
    }

    private Optional<GuardEvent> event(Line.Fields fields) {
        try {
            JsonNode open = fields.open().get(JournalRecorder.EVENT);
            JsonNode body = open == null ? personal.apply(fields).orElse(null) : open;
            return body == null ? Optional.empty() : Optional.of(EventCodec.event(fields.kind(), body));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    /**
     * What a replay found.
     *
     * @param agreed steps that were decided again as they were written
     * @param unreadable steps whose visit has been forgotten
     */
    public record Outcome(
            long agreed, long unreadable, @Nullable Disagreement disagreement) {}

    /** An event, the state that it came upon, and what was decided. */
    public record Step(GuardState before, GuardEvent event, Decision decision) {}

    /** A transfer that was let go, the journal's head with the line that says so, and which content was shown. */
    public record Cleared(Case subject, Head head, String pack) {}

    /** The first line that would be decided otherwise today. */
    public record Disagreement(long sequence, String written, String decided) {}
}
