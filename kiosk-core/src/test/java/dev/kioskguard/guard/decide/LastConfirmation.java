package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.table.Stage;

/** The step by which an honest customer's transfer is let go, for tests of what is done then. */
public final class LastConfirmation {

    private LastConfirmation() {}

    public static Decision decided() {
        return Walk.at(Stage.CONFIRM_AGAIN).on(Stage.CLEARED).last;
    }
}
