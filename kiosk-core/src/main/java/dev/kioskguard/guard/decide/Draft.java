package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Decision.Move;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Fitting;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.show.Showing;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.CardMemory.Warned;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Duty;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.risk.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A decision while it is being made: local to one event, and the only place where rows of the table are used. */
final class Draft {

    /** More standing conditions than this in a row would be a circle in the table; no stage has more than three. */
    private static final int STANDING_MAX = 6;

    final Instant at;
    final Policy policy;
    final RandomGenerator chance;
    GuardState state;
    private Showing.@Nullable Answered answered;
    private final List<Move> moves = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Reply reply = Reply.TAKEN;

    Draft(GuardState state, Instant at, long chance, Policy policy) {
        this.state = state;
        this.at = at;
        this.chance = new SplittableRandom(chance);
        this.policy = policy;
    }

    Decision decision() {
        return new Decision(state, moves, effects, reply);
    }

    void reply(Reply answer) {
        this.reply = answer;
    }

    void decline(Reply.Why why) {
        this.reply = new Reply.Declined(why);
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    /** Shows a screen; where a stage is only passed through, the screen before it is never seen. */
    void show(Screen screen) {
        effects.removeIf(Effect.Show.class::isInstance);
        effects.add(new Effect.Show(screen));
    }

    /** Returns the transfer at the machine, ended or not. */
    @Nullable
    Case open() {
        return state.open();
    }

    /** Returns the transfer at the machine if it is still under way. */
    @Nullable
    Case underWay() {
        Case open = state.open();
        return open == null || open.stage().isEnd() ? null : open;
    }

    void put(Case open) {
        state = state.with(open);
    }

    /** Judges the transfer at the machine anew; within one transfer suspicion only grows. */
    void judge() {
        Case open = underWay();
        if (open != null) {
            Judgement now = policy.risk().judge(Fitting.facts(open, state.visit()));
            put(open.with(now.noLowerThan(open.judgement().tier())));
        }
    }

    /** Changes what is remembered of the card of a case. */
    void remember(Case subject, UnaryOperator<CardMemory> change) {
        state = state.remembering(subject.named().cardToken(), change.apply(memory(subject)));
    }

    /** Takes what has ended off the screen; a paused transfer is kept elsewhere by then. */
    void clearScreen() {
        Case open = state.open();
        if (open != null && (open.stage().isEnd() || open.stage() == Stage.PAUSED)) {
            state = state.with((Case) null);
            show(Screens.idle(at));
        }
    }

    /** Takes a turn with the transfer at the machine, and then whatever stands against the stage it came to. */
    void take(Turn turn) {
        Case open = state.open();
        if (open != null) {
            Case moved = apply(open, turn, true);
            put(moved);
            standing();
        }
    }

    /** Takes a turn that the screen must not show: whatever it leads to waits for the customer's next answer. */
    void takeQuietly(Turn turn) {
        Case open = state.open();
        if (open != null) {
            put(apply(open, turn, true));
        }
    }

    /** Looks again at what must not be passed by: evidence that calls a person, a call, a hold that is owed. */
    void standing() {
        for (int i = 0; i < STANDING_MAX; i++) {
            Case open = state.open();
            Optional<Turn> owed = open == null ? Optional.empty() : Standing.owed(open, state.watching());
            if (open == null || owed.isEmpty()) {
                return;
            }
            put(apply(open, owed.get(), true));
        }
        throw new IllegalStateException("the table leads in a circle at " + state.open());
    }

    /** Takes a turn with a transfer that waits away from the machine. */
    void takePaused(Case paused, Turn turn) {
        Case moved = apply(paused, turn, false);
        state = moved.stage().isEnd() ? state.withoutPaused(moved.transferId()) : state.withPaused(moved);
    }

    private Case apply(Case before, Turn turn, boolean atMachine) {
        Optional<Row> found = GuardTable.row(before.stage(), turn);
        if (found.isEmpty()) {
            return before;
        }
        Row row = found.get();
        Stage to = Entering.target(row.to(), before.place());
        Case after = Entering.enter(before, to, turn, this);
        moves.add(new Move(after.transferId(), before.stage(), turn, to));
        for (Duty duty : row.duties()) {
            after = Duties.carry(this, duty, after, atMachine);
        }
        if (atMachine && !before.stage().isEnd() && (to.isEnd() || to == Stage.PAUSED)) {
            effects.add(new Effect.Watch(false));
        }
        effects.addAll(Endings.effects(before, after));
        if (!before.stage().word().equals(to.word()) || before.stage() == Stage.REQUESTED) {
            effects.add(new Effect.Tell(after.transferId(), to.word()));
        }
        return after;
    }

    /** Returns what a screen of this case is made from. */
    Showing showing(Case subject) {
        return new Showing(at, policy, Fitting.facts(subject, state.visit()), lastLayout(subject), answered, chance);
    }

    private @Nullable Layout lastLayout(Case subject) {
        Warned warned = memory(subject).warned();
        return warned != null && warned.at().plus(Limits.LAYOUT_MEMORY).isAfter(at) ? warned.layout() : null;
    }

    private CardMemory memory(Case subject) {
        String card = subject.named().cardToken();
        Visit visit = state.visit();
        return visit != null && visit.cardToken().equals(card)
                ? state.memory(visit, at)
                : state.cards().getOrDefault(card, CardMemory.nothing(at));
    }

    /** Notes which key an answer had and where, so that the next screen does not take the same one. */
    void answered(Showing.Answered answer) {
        answered = answer;
    }
}
