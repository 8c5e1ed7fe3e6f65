package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.TransferRequest;

/** As whom a customer is served: by the headset, the application's word, or the issuer's flag; never by a picture. */
final class Manners {

    private Manners() {}

    static Manner of(Draft draft, TransferRequested event) {
        if (draft.state.means().headset()) {
            return Manner.AUDIO;
        }
        return event.manner() == null ? flagged(event.request()) : event.manner();
    }

    /** A headset makes the screen speak; without it nothing goes on aloud that was meant for one ear. */
    static void headset(Draft draft, boolean plugged) {
        draft.state = draft.state.with(draft.state.means().withHeadset(plugged));
        Case open = draft.underWay();
        if (open != null && plugged != (open.named().manner() == Manner.AUDIO)) {
            draft.put(open.as(plugged ? Manner.AUDIO : flagged(open.request())));
            draft.take(Turn.REPEAT_ASKED);
        }
    }

    private static Manner flagged(TransferRequest request) {
        return Boolean.TRUE.equals(request.payer().history().elder()) ? Manner.ELDER : Manner.ORDINARY;
    }
}
