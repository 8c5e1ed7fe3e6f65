package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.GuardEvent.NoticeRequested;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.NoticeScreens;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.CardMemory.Pending;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Visit;
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
        pending.ifPresent(one -> show(
                draft,
                new Notice(
                        one.transferId(),
                        visit.sessionId(),
                        NoticeScreens.PENDING,
                        one.transferId(),
                        NoticeScreens.pending(one, visit, draft.at, draft.policy.limits()))));
    }

    static void requested(Draft draft, NoticeRequested event) {
        Visit visit = draft.state.visit();
        if (visit == null || !visit.sessionId().equals(event.sessionId())) {
            draft.decline(Why.NO_SUCH_VISIT);
        } else if (draft.underWay() != null) {
            draft.decline(Why.TRANSFER_OPEN);
        } else {
            draft.clearScreen();
            Screen screen = NoticeScreens.of(event.noticeId(), event.subject(), draft.at, draft.policy.limits());
            show(draft, new Notice(event.noticeId(), event.sessionId(), event.subject(), event.noticeId(), screen));
            draft.reply(new Reply.Taken(event.noticeId(), "shown"));
        }
    }

    private static void show(Draft draft, Notice notice) {
        draft.state = draft.state.with(notice);
        draft.show(notice.screen());
    }

    /** Takes an answer to a notice. */
    static void chosen(Draft draft, Notice notice, String choice) {
        if (notice.screen().choice(choice).isEmpty()) {
            draft.decline(Why.NOT_OFFERED);
        } else if (choice.equals(Offers.CHEATED)) {
            cheated(draft, notice);
        } else if (draft.at.isBefore(notice.screen().times().ready())) {
            draft.state = draft.state.with(draft.state.lastKey().ignored());
            draft.decline(Why.TOO_EARLY);
        } else {
            gone(draft);
        }
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
        Screen screen = NoticeScreens.of(notice.id() + "-called-back", "called-back", draft.at, draft.policy.limits());
        show(draft, new Notice(notice.id(), notice.sessionId(), "called-back", notice.about(), screen));
    }

    /** Takes a notice off the screen. */
    static void gone(Draft draft) {
        if (draft.state.notice() != null) {
            draft.state = draft.state.with((Notice) null);
            draft.show(Screens.idle(draft.at));
        }
    }

    /** Returns the notice on the screen, if this is its screen's id. */
    static @Nullable Notice at(Draft draft, String screenId) {
        Notice notice = draft.state.notice();
        return draft.open() == null && notice != null && notice.screen().id().equals(screenId) ? notice : null;
    }
}
