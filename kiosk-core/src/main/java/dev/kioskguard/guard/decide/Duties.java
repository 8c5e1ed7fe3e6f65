package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Duty;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.Verdict;
import java.time.Instant;

/** What a row's duties come to for one case: effects to be carried out, and what is remembered. */
final class Duties {

    private Duties() {}

    static Case carry(Draft draft, Duty duty, Case subject, boolean atMachine) {
        switch (duty) {
            case SHOW -> {
                return atMachine ? show(draft, subject) : subject;
            }
            case PAGE -> {
                draft.effect(Endings.page(draft, subject));
                return subject.with(subject.care().withPage());
            }
            case REMEMBER -> {
                Instant until = draft.at.plus(draft.policy.limits().stopMemory());
                draft.remember(subject, memory -> memory.stopped(until, draft.at));
                draft.effect(new Effect.TellNeighbours(subject.named().cardToken(), draft.at, until));
            }
            case RETURN_CARD -> {
                if (atMachine && draft.state.visit() != null) {
                    Requests.askBank(draft, BankRequest.Kind.RETURN_CARD, subject);
                }
            }
            case CLEAR -> clear(draft, subject);
            case CALL_BACK -> Cheated.callBack(draft, subject);
        }
        return subject;
    }

    private static Case show(Draft draft, Case subject) {
        Screen composed = Screens.compose(subject, draft.showing(subject));
        Screen screen = owesNotice(draft, subject) ? composed.withCameraNotice() : composed;
        draft.show(screen);
        draft.state = draft.state.with(draft.state.lastKey().typing(""));
        Layout layout = screen.look().layout();
        if (layout != null) {
            draft.remember(subject, memory -> memory.warned(layout, draft.at));
        }
        return Screens.shown(subject, screen);
    }

    /** The first screen of a visit's transfers tells of the camera; it looks only after that. */
    private static boolean owesNotice(Draft draft, Case subject) {
        Visit visit = draft.state.visit();
        return visit != null
                && !draft.state.watching().isNoticedIn(visit)
                && !subject.stage().isEnd()
                && subject.stage() != Stage.PAUSED;
    }

    private static void clear(Draft draft, Case subject) {
        draft.effect(new Effect.Sign(subject));
        Verdict verdict = subject.verdict();
        Verdict.Release release = verdict == null ? null : verdict.release();
        if (release != null && release.until().isAfter(draft.at)) {
            String session = subject.named().sessionId();
            var pending = new CardMemory.Pending(subject.transferId(), session, release.until());
            draft.remember(subject, memory -> memory.pending(pending, draft.at));
        }
    }
}
