package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.GuardEvent.StaffSpoke;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;

/** What a member of staff may do with a transfer: release it at the machine, hold it, cancel it, call for more. */
final class StaffWords {

    private StaffWords() {}

    static void spoke(Draft draft, StaffSpoke event) {
        Case open = draft.underWay();
        if (open != null && open.transferId().equals(event.transferId())) {
            atMachine(draft, open, event.word());
            return;
        }
        Case paused = draft.state.paused().get(event.transferId());
        if (paused == null) {
            draft.decline(draft.open() == null ? Why.NO_SUCH_TRANSFER : Why.TRANSFER_ENDED);
        } else if (event.word().action() == StaffWord.Action.CANCEL) {
            draft.takePaused(paused, Turn.STAFF_CANCELLED);
        } else {
            draft.decline(Why.NOT_HELD);
        }
    }

    private static void atMachine(Draft draft, Case open, StaffWord word) {
        switch (word.action()) {
            case HOLD -> draft.take(Turn.STAFF_HELD);
            case CANCEL -> draft.take(Turn.STAFF_CANCELLED);
            case ESCALATE -> draft.effect(Endings.page(draft, open));
            case RELEASE -> release(draft, open, word);
        }
        Case now = draft.open();
        if (word.action() != StaffWord.Action.RELEASE && now != null) {
            draft.reply(new Reply.Taken(now.transferId(), now.stage().word()));
        }
    }

    private static void release(Draft draft, Case open, StaffWord word) {
        if (open.stage() != Stage.HELD) {
            draft.decline(Why.NOT_HELD);
            return;
        }
        boolean guessing = open.care().wrongCodes() >= Limits.WRONG_CODES_MAX;
        if (guessing || word.code() == null || !word.code().equals(open.care().code())) {
            draft.put(open.with(open.care().withWrongCode()));
            draft.decline(Why.WRONG_CODE);
            return;
        }
        Case released = open.with(open.care().released(word.staff()));
        draft.put(released);
        boolean enough = released.care().releasedBy().size() >= Standing.releases(open);
        draft.take(enough ? Turn.RELEASED : Turn.RELEASED_BY_ONE);
        Case now = draft.open();
        draft.reply(new Reply.Taken(
                open.transferId(), (now == null ? open : now).stage().word()));
    }
}
