package dev.kioskguard.app.wiring;

import dev.kioskguard.app.record.Recovery;
import dev.kioskguard.web.front.TransferBook;

/** What a restart gives back to those who ask: ends, clearances not yet used up, idempotency keys. */
final class Recovered {

    private Recovered() {}

    static void into(TransferBook book, Recovery recovery, Clearances clearances) {
        recovery.requestKeys().forEach(book::reserve);
        recovery.cleared()
                .forEach(cleared -> book.cleared(
                        cleared.subject().transferId(),
                        clearances.sign(cleared.subject(), cleared.head(), cleared.pack())));
        recovery.ended().forEach(ended -> book.ended(ended.transferId(), ended.verdict()));
        var open = recovery.state().open();
        if (open != null) {
            book.state(open.transferId(), open.stage().word());
        }
        recovery.state()
                .paused()
                .values()
                .forEach(
                        paused -> book.state(paused.transferId(), paused.stage().word()));
    }
}
