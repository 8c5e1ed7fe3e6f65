package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.record.PolicyLine;
import dev.kioskguard.app.terminal.KeyRhythm;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.run.UndoneException;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard on its own thread: what it decides by, and what becomes of it when that changes. */
final class GuardThread {

    private static final Logger LOG = LoggerFactory.getLogger(GuardThread.class);
    private static final Duration CONFIG_EVERY = Duration.ofSeconds(2);
    private static final Duration CONTENT_EVERY = Duration.ofSeconds(2);

    private GuardThread() {}

    /** What was under way cannot be proven any more; only then do devices and customers come in. */
    static void restarted(GuardRunner guard) {
        var restarted = guard.offer(GuardEvent.Restarted::new).toCompletableFuture();
        guard.start();
        restarted.join();
    }

    /** Makes the guard; {@code timing} is asked as a step begins, and what it returns is run as that step ends. */
    static GuardRunner of(GuardSetup setup, Store store, Parts parts, Hands hands, Supplier<Runnable> timing) {
        KioskConfig config = setup.config().current();
        setup.wording().begin(store.latest());
        setup.config().speaking(setup.wording().pack().words().reasons());
        Policy policy = Policies.of(
                config, setup.config().risk().current(), setup.wording().pack().script());
        JournalRecorder recorder = store.recorder(hands.pages());
        recorder.policy(
                store.latest(), PolicyLine.of(policy, setup.wording().pack().version()));
        var rhythm = new KeyRhythm(recorder);
        var core = new GuardCore(
                store.recovery().state(), policy, rhythm, setup.around().chance(), hands);
        core.onStep(timing);
        var rules = new Rules(setup, core, recorder);
        setup.config().onChange(changed -> rules.configured(store.time().instant()));
        setup.config().risk().onChange(changed -> rules.configured(store.time().instant()));
        var unused = setup.config().every(CONFIG_EVERY);
        var guard = new GuardRunner(
                core, store.time(), store.latest(), config.limits().load().inboxEvents(), GuardThread::troubled);
        rhythm.onSignal(change -> told(guard, change));
        parts.keep(new Worker("content")).every(CONTENT_EVERY, () -> rules.look(guard));
        return guard;
    }

    /** Tells the guard of a signal; what was told last of each is owed until it is written. */
    static void told(GuardRunner guard, SignalChange change) {
        guard.report(
                change.signal() + (change.holds() ? " holds" : " ended"),
                at -> GuardEvent.SignalChanged.of(at, change));
    }

    private static void troubled(Throwable trouble) {
        if (trouble instanceof UndoneException undone) {
            LOG.error("{}", undone.getMessage());
            return;
        }
        LOG.error(
                "a step could not be written, so nothing is let go: {} {}",
                trouble.getClass().getSimpleName(),
                trouble.getMessage());
    }
}
