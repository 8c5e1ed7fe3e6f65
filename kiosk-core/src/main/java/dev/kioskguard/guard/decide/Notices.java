package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent.NoticeRequested;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.NoticeScreens;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.CardMemory.Pending;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Notice.State;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.transfer.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told beside a transfer: a transfer of before that can still be called back, and other business' notices. */
final class Notices {

    private Notices() {}

    /** A card whose transfer has not moved yet is told so at once: calling it back must take one tap. */
    static void arrived(Draft draft, Visit visit) {
        CardMemory memory = draft.state.memory(visit, draft.at);
        Optional<Pending> pending = memory.pending().stream()
                .filter(one -> one.until().isAfter(draft.at))
                .reduce((earlier, later) -> later);
        pending.ifPresent(
                one -> show(draft, Notice.ofTransfer(one.transferId(), visit.sessionId(), pending(draft, visit, one))));
    }

    private static Screen pending(Draft draft, Visit visit, Pending transfer) {
        Limits limits = draft.policy.limits();
        Duration patience = patience(limits.result(), visit.elder());
        Manner manner = manner(draft, visit.elder());
        return NoticeScreens.pending(
                transfer, visit, manner, draft.at, limits.dwell().question(), patience);
    }

    private static Manner manner(Draft draft, boolean elder) {
        return draft.state.means().headset() ? Manner.AUDIO : elder ? Manner.ELDER : Manner.ORDINARY;
    }

    private static Duration patience(Duration usual, boolean elder) {
        return elder ? usual.multipliedBy(2) : usual;
    }

    static void requested(Draft draft, NoticeRequested event) {
        Visit visit = draft.state.visit();
        boolean tip = event.wanted().wording().subject().isTip();
        if (visit == null || !visit.sessionId().equals(event.sessionId())) {
            draft.decline(Why.NO_SUCH_VISIT);
        } else if (!tip && draft.underWay() != null) {
            draft.decline(Why.TRANSFER_OPEN);
        } else if (tip ? isTipShown(draft, visit, event) : draft.state.means().screen()) {
            draft.clearScreen();
            covered(draft);
            show(draft, notice(event, screen(draft, visit, event)));
            if (!draft.policy.hosted() && visit.mode() != Visit.Mode.GUARD) {
                Requests.askBank(draft, BankRequest.Kind.SHOW_SCREEN, visit.sessionId(), event.noticeId());
            }
            told(draft, event, State.SHOWN);
        } else {
            told(draft, event, State.SKIPPED);
        }
    }

    /** A tip comes only where it is meant, covers nothing that is to be answered, and asks for nothing. */
    private static boolean isTipShown(Draft draft, Visit visit, NoticeRequested event) {
        return isElder(visit, event)
                && draft.underWay() == null
                && draft.state.notice() == null
                && draft.state.means().screen()
                && (draft.policy.hosted() || visit.mode() == Visit.Mode.GUARD);
    }

    private static boolean isElder(Visit visit, NoticeRequested event) {
        return visit.elder() || event.wanted().elder();
    }

    private static Notice notice(NoticeRequested event, Screen screen) {
        String id = event.noticeId();
        return new Notice(id, event.sessionId(), id, event.wanted().wording(), false, screen);
    }

    private static Screen screen(Draft draft, Visit visit, NoticeRequested event) {
        Limits limits = draft.policy.limits();
        boolean elder = isElder(visit, event);
        Manner manner = manner(draft, elder);
        if (event.wanted().wording().subject().isTip()) {
            return NoticeScreens.tip(event.noticeId(), event.wanted(), manner, draft.at, limits);
        }
        var times = NoticeScreens.times(draft.at, event.wanted().readFor(), patience(limits.silence(), elder));
        return NoticeScreens.asking(event.noticeId(), event.wanted(), manner, times, draft.chance);
    }

    private static void told(Draft draft, NoticeRequested event, State state) {
        draft.effect(new Effect.TellNotice(event.noticeId(), event.wanted().wording(), state));
        draft.reply(new Reply.Taken(event.noticeId(), state.word()));
    }

    private static void show(Draft draft, Notice notice) {
        draft.state = draft.state.with(notice);
        draft.show(notice.screen());
    }

    /** Takes an answer to a notice. */
    static void chosen(Draft draft, Notice notice, String choice) {
        if (notice.screen().choice(choice).isEmpty()) {
            draft.decline(Why.NOT_OFFERED);
            return;
        }
        switch (choice) {
            case Offers.CHEATED -> cheated(draft, notice);
            case Offers.HELP -> helped(draft, notice);
            case Offers.STOP -> gone(draft, State.DECLINED);
            case Offers.REPEAT -> show(draft, notice.on(NoticeScreens.again(notice.screen(), draft.at)));
            default -> read(draft, notice);
        }
    }

    private static void read(Draft draft, Notice notice) {
        if (draft.at.isBefore(notice.screen().times().ready())) {
            draft.state = draft.state.with(draft.state.lastKey().ignored());
            draft.decline(Why.TOO_EARLY);
        } else {
            gone(draft, State.ACKNOWLEDGED);
        }
    }

    /** Somebody is called, and the notice stays until they have come. */
    private static void helped(Draft draft, Notice notice) {
        draft.effect(new Effect.RaisePage(draft.at, notice.id(), Tier.YELLOW.word(), List.of("help-asked")));
        Screen waiting = NoticeScreens.waiting(
                notice.screen(), draft.at.plus(draft.policy.limits().held()));
        show(draft, notice.helped(waiting));
    }

    private static void cheated(Draft draft, Notice notice) {
        Visit visit = draft.state.visit();
        if (visit == null) {
            draft.decline(Why.SCREEN_MOVED_ON);
            return;
        }
        draft.state.memory(visit, draft.at).pending().stream()
                .filter(one -> one.transferId().equals(notice.about()))
                .findFirst()
                .ifPresent(one -> Cheated.callBack(draft, visit, one));
        Screen screen = NoticeScreens.calledBack(notice.screen(), draft.at, draft.policy.limits());
        show(draft, Notice.ofTransfer(notice.about(), notice.sessionId(), screen));
    }

    /** Takes a notice off the screen. */
    static void gone(Draft draft, State state) {
        if (draft.state.notice() != null) {
            ended(draft, draft.state.notice(), state);
            draft.show(Screens.idle(draft.at));
        }
    }

    /** Something else comes before the customer. */
    static void covered(Draft draft) {
        if (draft.state.notice() != null) {
            ended(draft, draft.state.notice(), State.LAPSED);
        }
    }

    private static void ended(Draft draft, Notice notice, State state) {
        draft.state = draft.state.with((Notice) null);
        Notice.Wording wording = notice.wording();
        if (wording != null && !wording.subject().isTip()) {
            draft.effect(new Effect.TellNotice(notice.id(), wording, state));
        }
        if (notice.helped()) {
            draft.effect(new Effect.ClosePage(notice.id()));
        }
    }

    /** Returns the notice on the screen, if this is its screen's id. */
    static @Nullable Notice at(Draft draft, String screenId) {
        Notice notice = draft.state.notice();
        return draft.open() == null && notice != null && notice.screen().id().equals(screenId) ? notice : null;
    }
}
