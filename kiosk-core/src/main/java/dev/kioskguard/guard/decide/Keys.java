package dev.kioskguard.guard.decide;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Keying;
import dev.kioskguard.guard.state.Keying.Clearing;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.table.Turn;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keypad: the same answers as by touch, and nothing that a voice on the phone could have keyed blind. */
final class Keys {

    private static final Set<String> ALWAYS_TAKEN = Set.of(Offers.HELP, Offers.STOP);

    private Keys() {}

    static void pressed(Draft draft, Key key) {
        draft.state = draft.state.with(draft.state.lastKey().after(key, draft.at));
        silentHelp(draft);
        Screen screen = screen(draft);
        if (screen == null) {
            ignore(draft, key);
            return;
        }
        Optional<Choice> choice = screen.choice(key);
        if (choice.isPresent() && ALWAYS_TAKEN.contains(choice.get().id())) {
            Answers.chosen(draft, screen.id(), choice.get().id());
        } else if (draft.at.isBefore(screen.times().ready())) {
            ignore(draft, key);
        } else if (screen.typed() != null && choice.isEmpty()) {
            type(draft, screen, key);
        } else if (choice.isEmpty() || isRepeated(draft, key)) {
            ignore(draft, key);
        } else if (key == Key.CLEAR) {
            waitForMore(draft, screen);
        } else {
            answer(draft, screen, choice.get());
        }
    }

    private static void answer(Draft draft, Screen screen, Choice choice) {
        draft.state = draft.state.with(draft.state.lastKey().pressed(choice.key(), draft.at));
        Answers.chosen(draft, screen.id(), choice.id());
        draft.reply(Reply.TAKEN);
    }

    /** Held down, Clear is the silent call for help: it answers nothing before it cannot be that any more. */
    private static void waitForMore(Draft draft, Screen screen) {
        Keying keying = draft.state.lastKey();
        boolean called = keying.clearing() != null && keying.clearing().callsForHelp();
        draft.state = draft.state.with(keying.waiting(called ? null : screen.id()));
    }

    /** Returns until when a press of Clear that is an answer waits for more of them. */
    static Optional<Instant> settles(GuardState state) {
        Clearing run = state.lastKey().clearing();
        return run == null || run.screenId() == null ? Optional.empty() : Optional.of(run.settles());
    }

    /** Takes Clear as an answer once no more of it came, or once the screen would wait no longer. */
    static void settled(Draft draft) {
        Clearing run = draft.state.lastKey().clearing();
        Screen screen = screen(draft);
        boolean over = screen == null || !screen.times().expires().isAfter(draft.at);
        if (run == null || run.screenId() == null || (run.settles().isAfter(draft.at) && !over)) {
            return;
        }
        draft.state = draft.state.with(draft.state.lastKey().waiting(null));
        if (screen != null && screen.id().equals(run.screenId())) {
            screen.choice(Key.CLEAR).ifPresent(choice -> answer(draft, screen, choice));
        }
    }

    /** Nothing is shown and nothing is said: whoever stands behind the customer must not notice. */
    private static void silentHelp(Draft draft) {
        Clearing run = draft.state.lastKey().clearing();
        Case open = draft.underWay();
        if (open != null && run != null && run.callsForHelp() && !open.care().silent()) {
            draft.put(open.with(open.care().silently()));
            draft.takeQuietly(Turn.SILENT_HELP);
        }
    }

    private static @Nullable Screen screen(Draft draft) {
        Case open = draft.open();
        Notice notice = draft.state.notice();
        if (open != null) {
            return open.screen();
        }
        return notice == null ? null : notice.screen();
    }

    private static void type(Draft draft, Screen screen, Key key) {
        Keying keying = draft.state.lastKey();
        if (key == Key.ENTER && !keying.typed().isEmpty()) {
            draft.state = draft.state.with(keying.typing(""));
            Answers.typed(draft, screen.id(), keying.typed());
            draft.reply(Reply.TAKEN);
        } else if (key == Key.CLEAR) {
            echo(draft, screen, "");
        } else if (key.digit().isPresent()) {
            echo(draft, screen, keying.typed() + key.digit().get());
        } else {
            ignore(draft, key);
        }
    }

    /** What is keyed at the terminal appears on the screen. */
    private static void echo(Draft draft, Screen screen, String typed) {
        draft.state = draft.state.with(draft.state.lastKey().typing(typed));
        draft.effect(new Effect.Show(screen));
    }

    private static boolean isRepeated(Draft draft, Key key) {
        Keying keying = draft.state.lastKey();
        return keying.last() == key
                && keying.at() != null
                && keying.at().plus(draft.policy.limits().keyRepeat()).isAfter(draft.at);
    }

    private static void ignore(Draft draft, Key key) {
        draft.state = draft.state.with(draft.state.lastKey().ignoring(key, draft.at));
    }
}
