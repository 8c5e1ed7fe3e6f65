package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent.BankAnswered;
import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.event.GuardEvent.TransferResumed;
import dev.kioskguard.guard.event.GuardEvent.TransferWithdrawn;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the bank's application asks, takes back and takes up again, and what the guard asks of the bank. */
final class Requests {

    private Requests() {}

    static void requested(Draft draft, TransferRequested event) {
        Visit visit = visit(draft, event.sessionId());
        if (visit == null) {
            draft.decline(Why.NO_SUCH_VISIT);
            return;
        }
        if (draft.underWay() != null) {
            draft.decline(Why.TRANSFER_OPEN);
            return;
        }
        Notices.covered(draft);
        draft.state = draft.state.with(visit.saw(draft.state.watching().evident()));
        draft.put(opened(draft, event, visit));
        draft.judge();
        draft.take(turn(draft, event.request(), event.lookUp()));
        begin(draft, visit);
        Case open = draft.open();
        draft.reply(new Reply.Taken(event.transferId(), (open == null ? Stage.REQUESTED : open.stage()).word()));
    }

    /** The camera may look now if its notice was shown, and an application that has the screen is asked for it. */
    private static void begin(Draft draft, Visit visit) {
        Case taken = draft.underWay();
        if (taken != null) {
            if (draft.state.watching().isNoticedIn(visit)) {
                draft.effect(new Effect.Watch(true));
            }
            if (!draft.policy.hosted() && visit.mode() != Visit.Mode.GUARD) {
                askBank(draft, BankRequest.Kind.SHOW_SCREEN, taken);
            }
        }
    }

    private static Case remembering(Draft draft, Visit visit, Case subject) {
        return draft.state.memory(visit, draft.at).stoppedAt(draft.at) ? subject.against("remembered-stop") : subject;
    }

    private static Case opened(Draft draft, TransferRequested event, Visit visit) {
        String language = event.language() == null ? visit.language() : event.language();
        var named = new Case.Named(
                event.transferId(), event.sessionId(), visit.cardToken(), language, Manners.of(draft, event));
        Case first = Case.of(named, event.request(), Facts.Background.NOTHING);
        draft.remember(first, memory -> memory.asked(draft.at));
        return remembering(draft, visit, Case.of(named, event.request(), background(draft, event, visit)));
    }

    private static Facts.Background background(Draft draft, TransferRequested event, Visit visit) {
        CardMemory memory = draft.state.memory(visit, draft.at);
        Instant since = draft.at.minus(draft.policy.risk().window());
        int recent = (int)
                memory.asked().stream().filter(asked -> asked.isAfter(since)).count();
        boolean stopped = memory.stoppedAt(draft.at);
        return new Facts.Background(stopped, recent, event.lookUp(), stopped ? memory.stoppedBy() : null);
    }

    private static Turn turn(Draft draft, TransferRequest request, LookUp lookUp) {
        if (!draft.state.means().missing().isEmpty()) {
            return Turn.PROMPT_IMPOSSIBLE;
        }
        boolean listed =
                Boolean.TRUE.equals(request.payee().standing().listed()) || Boolean.TRUE.equals(lookUp.listed());
        return listed ? Turn.PAYEE_LISTED : Turn.REQUEST_TAKEN;
    }

    static void withdrawn(Draft draft, TransferWithdrawn event) {
        Case open = draft.underWay();
        if (open != null && open.transferId().equals(event.transferId())) {
            draft.take(Turn.APPLICATION_WITHDREW);
            return;
        }
        Case paused = draft.state.paused().get(event.transferId());
        if (paused != null) {
            draft.takePaused(paused, Turn.APPLICATION_WITHDREW);
        } else {
            draft.decline(Why.NO_SUCH_TRANSFER);
        }
    }

    static void resumed(Draft draft, TransferResumed event) {
        Case paused = draft.state.paused().get(event.transferId());
        Visit visit = visit(draft, event.sessionId());
        if (paused == null || visit == null) {
            draft.decline(paused == null ? Why.NO_SUCH_TRANSFER : Why.NO_SUCH_VISIT);
        } else if (!paused.named().cardToken().equals(visit.cardToken())) {
            draft.decline(Why.ANOTHER_CARD);
        } else if (draft.underWay() != null) {
            draft.decline(Why.TRANSFER_OPEN);
        } else if (!event.code().equals(paused.care().code())) {
            wrongCode(draft, paused);
        } else {
            Notices.covered(draft);
            draft.state = draft.state.withoutPaused(event.transferId());
            draft.state = draft.state.with(visit.saw(draft.state.watching().evident()));
            draft.put(remembering(draft, visit, paused.in(event.sessionId())));
            draft.judge();
            draft.take(Turn.RESUMED);
            begin(draft, visit);
            draft.reply(new Reply.Taken(event.transferId(), Stage.WARNING.word()));
        }
    }

    private static void wrongCode(Draft draft, Case paused) {
        Case tried = paused.with(paused.care().withWrongCode());
        draft.state = draft.state.withPaused(tried);
        if (tried.care().wrongCodes() >= Limits.WRONG_CODES_MAX) {
            draft.takePaused(tried, Turn.PAUSE_LAPSED);
        }
        draft.decline(Why.WRONG_CODE);
    }

    static void acknowledged(Draft draft, BankAnswered event) {
        if (draft.state.requests().containsKey(event.requestId())) {
            draft.state = draft.state.answered(event.requestId());
        } else {
            draft.decline(Why.NO_SUCH_REQUEST);
        }
    }

    static void askBank(Draft draft, BankRequest.Kind kind, Case subject) {
        askBank(draft, kind, subject.named().sessionId(), subject.transferId());
    }

    static void askBank(Draft draft, BankRequest.Kind kind, String sessionId, String transferId) {
        String id = "r-" + Long.toHexString(draft.chance.nextLong());
        var request = new BankRequest(id, kind, sessionId, transferId, draft.at);
        draft.state = draft.state.asking(request);
        draft.effect(new Effect.AskBank(request));
    }

    private static @Nullable Visit visit(Draft draft, String sessionId) {
        Visit visit = draft.state.visit();
        return visit != null && visit.sessionId().equals(sessionId) ? visit : null;
    }
}
