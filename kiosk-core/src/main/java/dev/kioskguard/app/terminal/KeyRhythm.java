package dev.kioskguard.app.terminal;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.ChoiceMade;
import dev.kioskguard.guard.event.GuardEvent.KeyPressed;
import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.event.GuardEvent.VisitBegan;
import dev.kioskguard.guard.event.GuardEvent.VisitEnded;
import dev.kioskguard.guard.run.Recorder;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.behaviour.Behaviour;
import dev.kioskguard.vision.behaviour.Stroke;
import dev.kioskguard.vision.behaviour.Stroke.Kind;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The guard's own keys and answers, from whichever pad or page, read for their rhythm as they are written down. Used by
 * the guard's thread alone.
 */
public final class KeyRhythm implements Recorder {

    private static final Set<String> YES = Set.of("understood", "confirm", "yes", "done");

    private final Recorder journal;
    private Behaviour behaviour = Behaviour.START;
    private Consumer<SignalChange> listener = change -> {};

    public KeyRhythm(Recorder journal) {
        this.journal = journal;
    }

    /** Registers the one listener for what begins or ends; it must return at once. */
    public void onSignal(Consumer<SignalChange> who) {
        this.listener = who;
    }

    @Override
    public void write(GuardEvent event, long chance, GuardState before, Decision decision) {
        journal.write(event, chance, before, decision);
        if (event instanceof KeyPressed pressed) {
            take(behaviour.after(new Stroke(event.at(), kind(pressed.key(), before))));
        } else if (event instanceof ChoiceMade made) {
            take(behaviour.after(new Stroke(event.at(), YES.contains(made.choice()) ? Kind.CONFIRM : Kind.CHOICE)));
        } else if (event instanceof TransferRequested asked && asked.language() != null) {
            take(behaviour.speaking(asked.language(), event.at()));
        } else if (event instanceof VisitBegan began && began.visit().mode() == Visit.Mode.OWN) {
            // The guard's own visits begin in Chinese, whatever the customer speaks; an application's say what is.
            take(behaviour.speaking(began.visit().language(), event.at()));
        } else if (event instanceof VisitEnded || event instanceof GuardEvent.Restarted) {
            take(behaviour.over());
        }
    }

    private static Kind kind(Key key, GuardState state) {
        Screen screen = state.open() == null ? null : state.open().screen();
        if (key == Key.CLEAR) {
            return Kind.CORRECTION;
        }
        if (key == Key.ENTER) {
            return Kind.CONFIRM;
        }
        boolean typing =
                screen != null && screen.typed() != null && screen.choice(key).isEmpty();
        return typing && key.digit().isPresent() ? Kind.DIGIT : Kind.CHOICE;
    }

    private void take(Behaviour.Step step) {
        behaviour = step.next();
        step.changes().forEach(listener);
    }
}
