package dev.kioskguard.guard.show;

import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.transfer.TransferRequest.Kind;
import java.util.Set;

/** Cash paid into somebody else's account: the same guard, other words where a transfer's would be wrong. */
final class Deposits {

    private static final String WORDED = ".deposit";
    private static final Set<String> BUTTONS = Set.of(Offers.STOP, Offers.CONFIRM);

    private Deposits() {}

    /** Returns the text of a screen for what the case is about; questions and warnings fit both. */
    static String worded(Case subject, String textId) {
        if (!isDeposit(subject) || textId.startsWith("ask") || textId.startsWith("warning.")) {
            return textId;
        }
        return (textId.startsWith("stop.") ? "result.stopped.bait" : textId) + WORDED;
    }

    static Choice worded(Case subject, Choice choice) {
        return isDeposit(subject) && BUTTONS.contains(choice.id())
                ? new Choice(choice.id(), choice.key(), choice.textId() + WORDED, choice.literal())
                : choice;
    }

    private static boolean isDeposit(Case subject) {
        return subject.request().kind() == Kind.CASH_DEPOSIT;
    }
}
