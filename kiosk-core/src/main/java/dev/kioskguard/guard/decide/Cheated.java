package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.state.BankRequest.Kind;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Tier;
import java.util.List;

/**
 * "I was cheated": the money is called back, the payment stopped, the card locked, a packet printed, a person called.
 */
final class Cheated {

    private static final List<Kind> AT_ANY_TIME = List.of(Kind.STOP_PAYMENT, Kind.LOCK_CARD, Kind.PRINT);

    private Cheated() {}

    /** Asks the bank for everything that may still save the money of a transfer whose result is on the screen. */
    static void callBack(Draft draft, Case cleared) {
        boolean delayed = cleared.proof().mode() != DelayMode.REAL_TIME;
        ask(draft, cleared.named().sessionId(), cleared.transferId(), delayed);
        draft.remember(cleared, memory -> memory.without(cleared.transferId(), draft.at));
    }

    /** Does the same for a transfer of an earlier visit that has not moved yet. */
    static void callBack(Draft draft, Visit visit, CardMemory.Pending pending) {
        ask(draft, visit.sessionId(), pending.transferId(), true);
        draft.effect(new Effect.RaisePage(draft.at, pending.transferId(), Tier.RED.word(), List.of("cheated")));
        CardMemory memory = draft.state.memory(visit, draft.at);
        draft.state = draft.state.remembering(visit.cardToken(), memory.without(pending.transferId(), draft.at));
    }

    private static void ask(Draft draft, String sessionId, String transferId, boolean delayed) {
        if (delayed) {
            Requests.askBank(draft, Kind.CANCEL, sessionId, transferId);
        }
        AT_ANY_TIME.forEach(kind -> Requests.askBank(draft, kind, sessionId, transferId));
    }
}
