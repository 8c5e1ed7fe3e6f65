package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent.ModeChanged;
import dev.kioskguard.guard.event.GuardEvent.VisitBegan;
import dev.kioskguard.guard.event.GuardEvent.VisitEnded;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import java.util.Collection;

/** A customer comes and goes; a bank application takes and gives the screen. */
final class Visits {

    private Visits() {}

    static void began(Draft draft, VisitBegan event) {
        if (draft.state.visit() != null) {
            draft.decline(Reply.Why.VISIT_OPEN);
            return;
        }
        Visit visit = event.visit();
        draft.clearScreen();
        draft.state = draft.state.with(visit);
        draft.effect(new Effect.TellVisit(visit.sessionId(), visit.maskedCard(), true));
        Notices.arrived(draft, visit);
        draft.reply(new Reply.Taken(visit.sessionId(), "open"));
    }

    static void ended(Draft draft, VisitEnded event) {
        Visit visit = draft.state.visit();
        if (visit == null || !visit.sessionId().equals(event.sessionId())) {
            draft.decline(Reply.Why.NO_SUCH_VISIT);
            return;
        }
        draft.take(Turn.CARD_GONE);
        Case open = draft.open();
        if (open != null && open.stage() == Stage.PAUSED) {
            keep(draft, open);
            draft.clearScreen();
        }
        Notices.gone(draft, Notice.State.LAPSED);
        draft.state = draft.state.with((Visit) null);
        draft.effect(new Effect.TellVisit(visit.sessionId(), visit.maskedCard(), false));
    }

    private static void keep(Draft draft, Case paused) {
        Collection<Case> kept = draft.state.paused().values();
        if (kept.size() >= Limits.PAUSED_MAX) {
            draft.takePaused(kept.iterator().next(), Turn.PAUSE_LAPSED);
        }
        draft.state = draft.state.withPaused(paused);
    }

    static void mode(Draft draft, ModeChanged event) {
        Visit visit = draft.state.visit();
        if (visit == null || !visit.sessionId().equals(event.sessionId())) {
            draft.decline(Reply.Why.NO_SUCH_VISIT);
            return;
        }
        if (visit.mode() != event.mode()) {
            draft.state = draft.state.with(visit.in(event.mode()));
        }
        if (event.mode() == Visit.Mode.OWN) {
            Notices.gone(draft, Notice.State.LAPSED);
            draft.take(Turn.SCREEN_LOST);
        }
    }
}
