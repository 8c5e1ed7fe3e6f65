package dev.kioskguard.app.wiring;

import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import java.util.function.Consumer;

/** The guard's effects, carried out: the one place where a decision touches the world. */
final class Hands implements Consumer<Effect> {

    private final TransferBook book;
    private final BankBoard bank;
    private final ScreenBoard screen;
    private final Eyes eyes;
    private final Clearances clearances;

    Hands(TransferBook book, BankBoard bank, ScreenBoard screen, Eyes eyes, Clearances clearances) {
        this.book = book;
        this.bank = bank;
        this.screen = screen;
        this.eyes = eyes;
        this.clearances = clearances;
    }

    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Show show) {
            screen.show(show.screen());
        } else if (effect instanceof Effect.Tell tell) {
            book.state(tell.transferId(), tell.state());
            bank.transfer(tell.transferId(), tell.state());
        } else if (effect instanceof Effect.TellVisit visit) {
            bank.visit(visit.began() ? "visit-began" : "visit-ended", visit.sessionId(), visit.maskedCard());
        } else if (effect instanceof Effect.AskBank ask) {
            bank.request(ask.request());
        } else if (effect instanceof Effect.Sign sign) {
            Case cleared = sign.cleared();
            book.cleared(cleared.transferId(), clearances.sign(cleared));
        } else if (effect instanceof Effect.End end) {
            book.ended(end.transferId(), end.verdict());
        } else if (effect instanceof Effect.Watch watch) {
            eyes.want(watch.on());
        }
    }
}
