package dev.kioskguard.guard.decide;

import dev.kioskguard.content.Scam;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.show.Asking;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.show.Showing;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.risk.Facts;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer on the customer's screen means for the transfer. */
final class Answers {

    private static final Set<String> TAKEN_AT_ANY_TIME = Set.of(Offers.HELP, Offers.STOP);

    private Answers() {}

    static void chosen(Draft draft, String screenId, String choiceId) {
        Notice notice = Notices.at(draft, screenId);
        if (notice != null) {
            Notices.chosen(draft, notice, choiceId);
            return;
        }
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
            draft.answered(new Showing.Answered(screen, choice.get().key()));
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
            Understanding.typed(draft, open, screen.typed(), text);
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
            case Offers.NOT_YET -> draft.take(Turn.PAUSE_ASKED);
            case Offers.WRONG -> draft.take(Turn.DETAILS_WRONG);
            case Offers.CHEATED -> draft.take(Turn.CHEATED);
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
            case COMPREHENSION -> Understanding.picked(draft, open, choice);
            case CONFIRM -> draft.take(Turn.CONFIRMED);
            case CONFIRM_AGAIN ->
                Understanding.confirmedAgain(
                        draft, open, open.request().payee().surname().equals(choice.literal()));
            case REMIND_BEWARE -> draft.take(choice.id().equals(Offers.HAPPENING) ? Turn.HAPPENING : Turn.UNDERSTOOD);
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
        Optional<Scam> trick = asked == null || !choice.equals("yes") ? Optional.empty() : trick(draft, asked);
        if (trick.isPresent() && trick.get().response() == Scam.Response.STOP) {
            // A slip of the finger is not a confession: what ends a transfer is asked once more.
            bait(draft, open, trick.get().id());
            return;
        }
        Case told = open.with(asked == null ? open.asked() : open.asked().with(asked, choice));
        draft.put(told);
        draft.judge();
        Case judged = draft.open();
        Case now = judged == null ? told : judged;
        String next = Asking.next(now, draft.showing(now));
        if (next != null && judged != null) {
            draft.put(judged.with(judged.asked().asking(next)));
        }
        draft.take(next == null ? Turn.ANSWERED_LAST : Turn.ANSWERED);
    }

    private static Optional<Scam> trick(Draft draft, String question) {
        return draft.policy.script().scams().stream()
                .filter(scam -> question.equals(Facts.SCAM_QUESTION + scam.id()))
                .findFirst();
    }

    private static void warning(Draft draft, Case open, String choice) {
        if (choice.equals(Offers.HAPPENING)) {
            Screen warned = open.screen();
            boolean ends = warned != null && endsBy(draft, warned.textId());
            draft.put(open.with(open.asked().with(Asked.WARNING, choice)));
            draft.judge();
            draft.take(ends ? Turn.HAPPENING_ENDS : Turn.HAPPENING);
        } else {
            draft.put(
                    choice.equals(Offers.NOT_HAPPENING) ? open.with(open.asked().with(Asked.WARNING, choice)) : open);
            draft.take(open.proof().evidence().promptProven() ? Turn.UNDERSTOOD : Turn.PROMPT_UNPROVEN);
        }
    }

    /** Returns whether what the warning on the screen tells of is never part of an honest transfer. */
    private static boolean endsBy(Draft draft, String textId) {
        return draft.policy.script().scams().stream()
                .filter(scam -> textId.equals("warning." + scam.id()))
                .anyMatch(scam -> scam.response() == Scam.Response.STOP);
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
