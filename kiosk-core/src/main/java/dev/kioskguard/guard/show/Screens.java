package dev.kioskguard.guard.show;

import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.screen.Screen.Look;
import dev.kioskguard.guard.screen.Screen.Times;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.table.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each stage shows: its kind, its text, from when it may be answered and until when it waits. */
public final class Screens {

    private Screens() {}

    /** Says whether a screen tells the customer that the money goes. */
    public static boolean saysItWent(Screen screen) {
        return screen.textId().startsWith(Texts.CLEARED);
    }

    /** Returns the case with this screen before the customer. */
    public static Case shown(Case subject, Screen screen) {
        var place = subject.place();
        return subject.at(new Case.Place(place.stage(), place.left(), place.showings() + 1))
                .with(screen);
    }

    /** Returns the screen of the stage that the case stands at. */
    public static Screen compose(Case subject, Showing showing) {
        Typed typed = Offers.typed(subject, showing.chance());
        String text = Texts.id(subject, typed, showing);
        String textId = Deposits.worded(subject, text);
        List<Choice> choices = Offers.choices(subject, typed, showing).stream()
                .map(choice -> AptWords.worded(text, Deposits.worded(subject, choice)))
                .toList();
        return new Screen(
                subject.transferId() + "-" + (subject.place().showings() + 1),
                kind(subject.stage()),
                question(subject),
                textId,
                Texts.arguments(subject, showing),
                choices,
                typed,
                subject.care().code(),
                times(subject, textId, showing.at(), showing.policy().limits()),
                Looks.of(subject, showing));
    }

    private static Kind kind(Stage stage) {
        return switch (stage) {
            case ASK_PURPOSE -> Kind.ASK_PURPOSE;
            case REQUESTED, BAIT_SURE, ASK -> Kind.ASK;
            case WARNING -> Kind.WARNING;
            case HANG_UP -> Kind.HANG_UP;
            case REMIND_BEWARE, REMIND_FAMILY, REMIND_TRUE -> Kind.REMINDER;
            case COMPREHENSION -> Kind.COMPREHENSION;
            case CONFIRM -> Kind.CONFIRM;
            case CONFIRM_AGAIN -> Kind.CONFIRM_AGAIN;
            case HELD -> Kind.HELD;
            case PAUSED -> Kind.PAUSED;
            case CLEARED, STOPPED, WITHDRAWN, EXPIRED, REFUSED -> Kind.RESULT;
        };
    }

    private static @Nullable String question(Case subject) {
        return switch (subject.stage()) {
            case BAIT_SURE -> Asking.BAIT_SURE;
            case ASK -> subject.asked().question();
            default -> null;
        };
    }

    private static Times times(Case subject, String textId, Instant at, Limits limits) {
        Screen before = subject.screen();
        int extended = before != null && before.textId().equals(textId)
                ? before.times().extended() + 1
                : 0;
        Instant expires = before != null && extended > Limits.EXTENSIONS_MAX
                ? before.times().expires()
                : expires(subject, at, limits);
        boolean slow = before != null && before.times().slow();
        return new Times(at, at.plus(wait(subject, limits)), expires, slow, Math.min(extended, Limits.EXTENSIONS_MAX));
    }

    private static Instant expires(Case subject, Instant at, Limits limits) {
        return switch (subject.stage()) {
            case HELD, PAUSED -> heldUntil(subject, at);
            case HANG_UP -> at.plus(limits.hangUp());
            case CLEARED, STOPPED, WITHDRAWN, EXPIRED, REFUSED -> at.plus(limits.result());
            default -> at.plus(silence(subject, limits));
        };
    }

    private static Instant heldUntil(Case subject, Instant at) {
        Instant until = subject.care().heldUntil();
        return until == null ? at : until;
    }

    private static Duration silence(Case subject, Limits limits) {
        boolean elder = Boolean.TRUE.equals(subject.request().payer().history().elder());
        return elder ? limits.silence().multipliedBy(2) : limits.silence();
    }

    /** Returns how long the screen must have been there; a warning waits for the proof that it was heard. */
    private static Duration wait(Case subject, Limits limits) {
        return switch (subject.stage()) {
            case ASK_PURPOSE, BAIT_SURE, ASK -> limits.dwell().question();
            case WARNING -> subject.proof().isToldWhole() ? limits.dwell().warning() : limits.voiceMax();
            case REMIND_BEWARE, REMIND_FAMILY, REMIND_TRUE -> limits.dwell().reminder();
            case COMPREHENSION, CONFIRM, CONFIRM_AGAIN -> limits.dwell().confirmation();
            default -> Duration.ZERO;
        };
    }

    /** Returns the screen of a machine that nobody uses. */
    public static Screen idle(Instant at) {
        return new Screen(
                "idle",
                Kind.IDLE,
                null,
                "idle",
                Map.of(),
                List.of(),
                null,
                null,
                new Times(at, at, Instant.MAX, false, 0),
                Look.ORDINARY);
    }
}
