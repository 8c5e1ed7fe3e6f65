package dev.kioskguard.guard.run;

import dev.kioskguard.guard.decide.Guard;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Policy;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Decide, write, do: one event at a time. Thread-safe, but meant for one thread that owns it. */
public final class GuardCore {

    private volatile Policy policy;
    private final Recorder recorder;
    private final RandomGenerator chance;
    private final Consumer<Effect> hands;
    private volatile GuardState state;
    private volatile Supplier<Runnable> timing = () -> () -> {};

    public GuardCore(
            GuardState start, Policy policy, Recorder recorder, RandomGenerator chance, Consumer<Effect> hands) {
        this.state = start;
        this.policy = policy;
        this.recorder = recorder;
        this.chance = chance;
        this.hands = hands;
    }

    /** Registers what times each step: it is asked as a step begins, and what it returns is run as that step ends. */
    public void onStep(Supplier<Runnable> now) {
        timing = now;
    }

    public Policy policy() {
        return policy;
    }

    /** Replaces the policy from the next event on; {@code written} notes it in the journal before that event's line. */
    public synchronized void policy(Policy now, Runnable written) {
        written.run();
        policy = now;
    }

    /** Returns the state after the last event; may be read by any thread. */
    public GuardState state() {
        return state;
    }

    /**
     * Takes one event.
     *
     * @throws UndoneException when the step is written, but not all of its effects could be carried out
     * @throws RuntimeException when the step could not be written; the state is then the one before
     */
    public synchronized Reply take(GuardEvent event) {
        Runnable over = timing.get();
        try {
            return step(event);
        } finally {
            over.run();
        }
    }

    private Reply step(GuardEvent event) {
        long drawn = chance.nextLong();
        GuardState before = state;
        Decision decision = Guard.decide(before, event, drawn, policy);
        if (!decision.next().equals(before) || !decision.effects().isEmpty()) {
            // Written first: if the disk refuses the line, nothing happens in the world.
            recorder.write(event, drawn, before, decision);
            state = decision.next();
            carryOut(decision);
        }
        return decision.reply();
    }

    /** Every effect is tried: that one fails is no reason for the next not to come about. */
    private void carryOut(Decision decision) {
        UndoneException undone = null;
        for (Effect effect : decision.effects()) {
            try {
                hands.accept(effect);
            } catch (RuntimeException e) {
                var failed = new UndoneException(decision.reply(), effect, e);
                if (undone == null) {
                    undone = failed;
                } else {
                    undone.addSuppressed(failed);
                }
            }
        }
        if (undone != null) {
            throw undone;
        }
    }
}
