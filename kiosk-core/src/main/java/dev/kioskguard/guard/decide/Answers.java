package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.show.Asking;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.Payee;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer on the customer's screen means for the transfer. */
final class Answers {

    private static final Set<String> TAKEN_AT_ANY_TIME = Set.of(Offers.HELP, Offers.STOP);

    private Answers() {}

    static void chosen(Draft draft, String screenId, String choiceId) {
        Screen screen = screen(draft, screenId);
        Case open = draft.open();
        if (screen == null || open == null) {
            draft.decline(Why.SCREEN_MOVED_ON);
            return;
        }
        Optional<Choice> choice = screen.choice(choiceId);
        if (choice.isEmpty()) {
            draft.decline(Why.NOT_OFFERED);
        } else if (isEarly(draft, screen) && !TAKEN_AT_ANY_TIME.contains(choiceId)) {
            early(draft);
        } else {
            take(draft, open, choice.get());
        }
    }

    static void typed(Draft draft, String screenId, String text) {
        Screen screen = screen(draft, screenId);
        Case open = draft.open();
        if (screen == null || open == null) {
            draft.decline(Why.SCREEN_MOVED_ON);
        } else if (screen.typed() == null) {
            draft.decline(Why.NOT_OFFERED);
        } else if (isEarly(draft, screen)) {
            early(draft);
        } else {
            confirmedAgain(draft, open, isRight(open, screen.typed(), text));
        }
    }

    private static void take(Draft draft, Case open, Choice choice) {
        switch (choice.id()) {
            case Offers.HELP -> draft.take(Turn.HELP_ASKED);
            case Offers.STOP -> draft.take(Turn.STOP_ASKED);
            case Offers.REPEAT -> draft.take(Turn.REPEAT_ASKED);
            case Offers.SLOWER -> {
                Screen now = open.screen();
                draft.put(now == null ? open : open.with(now.slower()));
                draft.take(Turn.REPEAT_ASKED);
            }
            case Offers.PAUSE -> draft.take(Turn.PAUSE_ASKED);
            case Offers.GO_BACK -> draft.take(Turn.WENT_BACK);
            case Offers.DONE -> draft.clearScreen();
            default -> answer(draft, open, choice);
        }
    }

    private static void answer(Draft draft, Case open, Choice choice) {
        switch (open.stage()) {
            case ASK_PURPOSE -> purpose(draft, open, choice.id());
            case BAIT_SURE -> draft.take(choice.id().equals("yes") ? Turn.BAIT_CONFIRMED : Turn.BAIT_DENIED);
            case ASK -> question(draft, open, choice.id());
            case WARNING -> warning(draft, open, choice.id());
            case COMPREHENSION -> comprehension(draft, open, choice);
            case CONFIRM -> draft.take(Turn.CONFIRMED);
            case CONFIRM_AGAIN ->
                confirmedAgain(draft, open, open.request().payee().surname().equals(choice.literal()));
            default -> draft.take(Turn.UNDERSTOOD);
        }
    }

    private static void purpose(Draft draft, Case open, String choice) {
        if (draft.policy.script().baits().contains(choice)) {
            bait(draft, open, choice);
            return;
        }
        draft.put(open.with(open.asked().with(Asked.PURPOSE, choice)));
        draft.judge();
        draft.take(Asking.isExempt(open) ? Turn.PURPOSE_GIVEN_EXEMPT : Turn.PURPOSE_GIVEN);
    }

    private static void bait(Draft draft, Case open, String choice) {
        boolean again = open.asked().baits() > 0;
        draft.put(open.with(open.asked().baited(choice)));
        draft.take(again ? Turn.BAIT_GIVEN_AGAIN : Turn.BAIT_GIVEN);
    }

    private static void question(Draft draft, Case open, String choice) {
        if (draft.policy.script().baits().contains(choice)) {
            bait(draft, open, choice);
            return;
        }
        String asked = open.asked().question();
        Case told = open.with(asked == null ? open.asked() : open.asked().with(asked, choice));
        draft.put(told);
        draft.judge();
        Case judged = draft.open();
        String next = Asking.next(judged == null ? told : judged, draft.policy.script());
        if (next != null && judged != null) {
            draft.put(judged.with(judged.asked().asking(next)));
        }
        draft.take(next == null ? Turn.ANSWERED_LAST : Turn.ANSWERED);
    }

    private static void warning(Draft draft, Case open, String choice) {
        if (choice.equals(Offers.HAPPENING)) {
            draft.take(Turn.HAPPENING);
        } else {
            draft.put(
                    choice.equals(Offers.NOT_HAPPENING) ? open.with(open.asked().with(Asked.WARNING, choice)) : open);
            draft.take(open.proof().evidence().promptProven() ? Turn.UNDERSTOOD : Turn.PROMPT_UNPROVEN);
        }
    }

    private static void comprehension(Draft draft, Case open, Choice choice) {
        if (choice.textId().equals(Offers.TRUE_SENTENCE)) {
            draft.put(open.with(open.proof().withUnderstanding()));
            draft.take(Turn.UNDERSTOOD);
        } else {
            draft.take(open.proof().mistakes() == 0 ? Turn.MISTAKEN : Turn.MISTAKEN_TWICE);
        }
    }

    private static void confirmedAgain(Draft draft, Case open, boolean right) {
        if (open.stage() != Stage.CONFIRM_AGAIN) {
            draft.decline(Why.NOT_OFFERED);
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
            case AMOUNT -> isAmount(open.request().amount().units(), plain);
            case SURNAME -> plain.equals(payee.surname()) || plain.equals(payee.name());
            case LAST_FOUR -> plain.equalsIgnoreCase(payee.lastFour());
        };
    }

    private static boolean isAmount(BigDecimal amount, String text) {
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,3})?") && new BigDecimal(text).compareTo(amount) == 0;
    }

    private static boolean isEarly(Draft draft, Screen screen) {
        return draft.at.isBefore(screen.times().ready());
    }

    private static void early(Draft draft) {
        draft.state = draft.state.with(draft.state.lastKey().ignored());
        draft.decline(Why.TOO_EARLY);
    }

    private static @Nullable Screen screen(Draft draft, String screenId) {
        Case open = draft.open();
        Screen screen = open == null ? null : open.screen();
        return screen != null && screen.id().equals(screenId) ? screen : null;
    }
}
