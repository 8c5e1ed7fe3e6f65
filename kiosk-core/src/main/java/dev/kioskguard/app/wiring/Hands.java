package dev.kioskguard.app.wiring;

import dev.kioskguard.app.hop.Hops;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import java.util.function.Consumer;

/** The guard's effects, carried out: the one place where a decision touches the world. */
final class Hands implements Consumer<Effect> {

    private final Boards boards;
    private final Eyes eyes;
    private final Clearances clearances;
    private String unsigned = "";

    Hands(Boards boards, Eyes eyes, Clearances clearances) {
        this.boards = boards;
        this.eyes = eyes;
        this.clearances = clearances;
    }

    PageBoard pages() {
        return boards.pages();
    }

    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Show show) {
            show(show.screen());
        } else if (effect instanceof Effect.Tell tell) {
            tell(tell);
        } else if (effect instanceof Effect.TellVisit visit) {
            boards.bank().visit(visit.began() ? "visit-began" : "visit-ended", visit.sessionId(), visit.maskedCard());
        } else if (effect instanceof Effect.AskBank ask) {
            if (ask.request().kind() == BankRequest.Kind.STOP_PAYMENT) {
                boards.tellers().receipts().cheated(ask.request().transferId());
            }
            boards.bank().request(ask.request());
        } else if (effect instanceof Effect.Sign sign) {
            sign(sign.cleared());
        } else if (effect instanceof Effect.End end) {
            end(end);
        } else if (effect instanceof Effect.TellNotice told) {
            boards.tellers().notices().told(told);
            boards.bank().notice(told.noticeId(), told.state().word());
        } else if (effect instanceof Effect.RaisePage || effect instanceof Effect.ClosePage) {
            boards.pages().carryOut(effect);
        } else if (effect instanceof Effect.TellNeighbours) {
            boards.hops().carryOut(effect);
        } else if (effect instanceof Effect.Watch watch) {
            eyes.want(watch.on());
        }
    }

    /**
     * Signs a clearance. A transfer whose clearance cannot be signed is cleared for nobody outside: the application
     * goes on seeing it confirmed, and a restart signs what the journal says. The customer is not told that it went.
     */
    private void sign(Case cleared) {
        unsigned = cleared.transferId();
        boards.book().cleared(cleared.transferId(), clearances.sign(cleared));
        unsigned = "";
    }

    /** The step that clears signs first and shows then; what says that it went comes from no other step. */
    private void show(Screen screen) {
        boolean untrue = !unsigned.isEmpty() && Screens.saysItWent(screen);
        boards.screen().show(untrue ? Screens.idle(screen.times().shown()) : screen);
    }

    private void tell(Effect.Tell tell) {
        if (!tell.transferId().equals(unsigned)) {
            boards.book().state(tell.transferId(), tell.state());
            boards.bank().transfer(tell.transferId(), tell.state());
        }
    }

    private void end(Effect.End end) {
        if (!end.transferId().equals(unsigned)) {
            boards.tellers().receipts().ended(end.ended());
            boards.book().ended(end.transferId(), end.verdict());
        }
    }

    /** Where everyone looks who is not the guard: application, customer, staff, neighbours. */
    record Boards(TransferBook book, BankBoard bank, ScreenBoard screen, PageBoard pages, Tellers tellers, Hops hops) {}
}
