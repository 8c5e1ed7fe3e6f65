package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Decision.Move;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Duty;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.risk.RiskRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A decision while it is being made: local to one event, and the only place where rows of the table are used. */
final class Draft {

    /** More standing conditions than this in a row would be a circle in the table. */
    private static final int STANDING_MAX = 6;

    final Instant at;
    final Policy policy;
    final RandomGenerator chance;
    GuardState state;
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
        Visit visit = state.visit();
        if (open != null) {
            var facts = new Facts(
                    open.request(),
                    open.asked().answers(),
                    visit == null ? Set.of() : visit.seen(),
                    open.against().contains("remembered-stop"));
            put(open.with(RiskRules.judge(facts).noLowerThan(open.judgement().tier())));
        }
    }

    /** Takes what has ended off the screen; a paused transfer is kept elsewhere by then. */
    void clearScreen() {
        Case open = state.open();
        if (open != null && (open.stage().isEnd() || open.stage() == Stage.PAUSED)) {
            state = state.with((Case) null);
            effects.removeIf(Effect.Show.class::isInstance);
            effects.add(new Effect.Show(Screens.idle(at)));
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
            after = carry(duty, after, atMachine);
        }
        if (atMachine && (to.isEnd() || to == Stage.PAUSED)) {
            effects.add(new Effect.Watch(false));
        }
        effects.addAll(Endings.effects(before, after));
        if (!before.stage().word().equals(to.word()) || before.stage() == Stage.REQUESTED) {
            effects.add(new Effect.Tell(after.transferId(), to.word()));
        }
        return after;
    }

    private Case carry(Duty duty, Case subject, boolean atMachine) {
        switch (duty) {
            case SHOW -> {
                if (atMachine) {
                    Screen screen = Screens.compose(subject, at, policy, chance);
                    // Where a stage is only passed through, its screen is never seen.
                    effects.removeIf(Effect.Show.class::isInstance);
                    effects.add(new Effect.Show(screen));
                    state = state.with(state.lastKey().typing(""));
                    return Screens.shown(subject, screen);
                }
            }
            case PAGE -> {
                effects.add(new Effect.RaisePage(
                        subject.transferId(), subject.judgement().tier().word(), Endings.reasons(subject)));
                return subject.with(subject.care().withPage());
            }
            case REMEMBER ->
                state = state.remembering(
                        subject.named().cardToken(), at.plus(policy.limits().stopMemory()), at);
            case RETURN_CARD -> {
                if (atMachine && state.visit() != null) {
                    Requests.askBank(this, BankRequest.Kind.RETURN_CARD, subject);
                }
            }
            case CLEAR -> effects.add(new Effect.Sign(subject));
        }
        return subject;
    }
}
