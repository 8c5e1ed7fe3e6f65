package dev.kioskguard.guard.decide;

import static dev.kioskguard.guard.table.Stage.CONFIRM;
import static dev.kioskguard.guard.table.Stage.HELD;

import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.show.Asking;
import dev.kioskguard.guard.state.Care;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Case.Place;
import dev.kioskguard.guard.state.Proof;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row.Target;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.DelayMode;

/** What a case takes along when it comes to a stage. */
final class Entering {

    private static final int CODES = 10_000;

    private Entering() {}

    static Stage target(Target target, Place here) {
        if (target instanceof Target.To to) {
            return to.stage();
        }
        if (target instanceof Target.Back && here.left() != null) {
            return here.left();
        }
        return here.stage();
    }

    static Case enter(Case before, Stage to, Turn turn, Draft draft) {
        if (before.stage().isEnd()) {
            return Endings.against(turn, before, draft.state.means());
        }
        Case moved = before.at(place(before.place(), to));
        moved = Endings.against(turn, moved, draft.state.means());
        boolean attended =
                draft.policy.site().isAttended(draft.at) || before.request().isToOwnAccountAtSameBank();
        moved = moved.with(care(before, to, turn, draft)).with(proof(moved, to, turn, attended));
        if (to == Stage.CONFIRM && !attended && wanted(moved) == DelayMode.REAL_TIME) {
            moved = moved.against("unattended");
        }
        if (to == Stage.ASK) {
            moved = moved.with(moved.asked().asking(Asking.next(moved, draft.showing(moved))));
        }
        if (to == Stage.CONFIRM_AGAIN && moved.proof().mode() != before.proof().mode()) {
            moved = moved.against("realtime-evidence-missing");
        }
        return to.isEnd() ? moved.with(Endings.verdict(moved, turn, draft)) : moved;
    }

    private static Place place(Place before, Stage to) {
        if (!GuardTable.ASIDE.contains(to)) {
            return new Place(to, null, before.showings());
        }
        boolean aside = GuardTable.ASIDE.contains(before.stage());
        return new Place(to, aside ? before.left() : before.stage(), before.showings());
    }

    private static Care care(Case before, Stage to, Turn turn, Draft draft) {
        Care care = before.care();
        if (to == HELD && before.stage() != HELD) {
            return care.held(
                    turn == Turn.HELP_ASKED,
                    code(draft),
                    draft.at.plus(draft.policy.limits().held()));
        }
        if (to == HELD && turn == Turn.STAFF_HELD) {
            return care.takenOverByStaff();
        }
        if (to == before.stage()) {
            return care;
        }
        if (to == Stage.PAUSED) {
            return care.held(
                    true, code(draft), draft.at.plus(draft.policy.limits().pause()));
        }
        if (before.stage() == HELD || before.stage() == Stage.PAUSED) {
            return care.freed(to == CONFIRM);
        }
        return care;
    }

    private static Proof proof(Case moved, Stage to, Turn turn, boolean attended) {
        Proof proof = moved.proof();
        return switch (turn) {
            case MISTAKEN, MISTAKEN_TWICE -> proof.withMistake();
            case RELEASED, WENT_BACK ->
                to == CONFIRM ? proof.offering(offered(moved, attended)) : proof.withoutMistakes();
            case RESUMED -> proof.warningAnew();
            case UNDERSTOOD, PROOF_WANTED, PERSON_WANTED, CALL_OVER ->
                to == CONFIRM ? proof.offering(offered(moved, attended)) : proof;
            case CONFIRMED -> proof.settling(settled(moved));
            default -> proof;
        };
    }

    /** Returns when the money is to move: at once only in the tiers that allow it, and while somebody could come. */
    private static DelayMode offered(Case subject, boolean attended) {
        boolean atOnce = attended && subject.judgement().tier().allowsRealTime();
        return wanted(subject) == DelayMode.REAL_TIME && !atOnce ? DelayMode.DAY : wanted(subject);
    }

    private static DelayMode wanted(Case subject) {
        return subject.request().delay() == null
                ? DelayMode.REAL_TIME
                : subject.request().delay();
    }

    /** Anything sooner than 24 hours stands on the proofs of the first confirmation (notices 261 and 85). */
    private static DelayMode settled(Case subject) {
        boolean said = subject.proof().confirmed().contains(Channel.TIMING)
                || subject.request().isToOwnAccountAtSameBank();
        return said && subject.proof().evidence().payeeShown() ? subject.proof().offered() : DelayMode.DAY;
    }

    private static String code(Draft draft) {
        return String.format("%04d", draft.chance.nextInt(CODES));
    }
}
