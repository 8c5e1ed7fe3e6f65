package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.show.Asking;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import java.math.BigDecimal;
import java.text.Normalizer;

/** Whether an answer out of the changing text is right: who has not read it cannot give it. */
final class Understanding {

    private Understanding() {}

    /** Takes the sentence that was picked out of three. */
    static void picked(Draft draft, Case open, Choice choice) {
        if (choice.textId().equals(Offers.TRUE_SENTENCE)) {
            draft.put(open.with(open.proof().withUnderstanding()));
            draft.take(Turn.UNDERSTOOD);
        } else {
            draft.take(open.proof().mistakes() == 0 ? Turn.MISTAKEN : Turn.MISTAKEN_TWICE);
        }
    }

    /** Takes what was typed where the second confirmation asks for it. */
    static void typed(Draft draft, Case open, Typed form, String text) {
        confirmedAgain(draft, open, isRight(open, form, text));
    }

    /** Takes an answer out of the changing text of the second confirmation. */
    static void confirmedAgain(Draft draft, Case open, boolean right) {
        if (open.stage() != Stage.CONFIRM_AGAIN) {
            draft.decline(Why.NOT_OFFERED);
        } else if (Standing.wantsPerson(open)) {
            draft.take(Turn.PERSON_WANTED);
        } else if (!right) {
            draft.take(open.proof().mistakes() == 0 ? Turn.MISTAKEN : Turn.MISTAKEN_TWICE);
        } else {
            boolean complete = open.proof().evidence().promptProven() && Asking.isComplete(open, draft.policy.script());
            draft.take(complete ? Turn.CONFIRMED_AGAIN : Turn.EVIDENCE_MISSING);
        }
    }

    private static boolean isRight(Case open, Typed form, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s,，元¥]", "");
        Payee payee = open.request().payee();
        return switch (form) {
            case AMOUNT -> isAmount(open.request().amount(), plain);
            case SURNAME -> plain.equals(payee.surname()) || plain.equals(payee.name());
            case LAST_FOUR -> plain.equalsIgnoreCase(payee.lastFour());
        };
    }

    /** A keypad has no point: an amount that has one may be keyed without it. */
    private static boolean isAmount(Money amount, String text) {
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,3})?")) {
            return false;
        }
        boolean broken = amount.units().stripTrailingZeros().scale() > 0;
        return new BigDecimal(text).compareTo(amount.units()) == 0
                || (broken && text.equals(Long.toString(amount.minor())));
    }
}
