package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.record.PolicyLine;
import dev.kioskguard.app.record.Recovery;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.guard.decide.Deadlines;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.part.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The real guard on the caller's thread, with the journal that a restart reads it back from. */
final class VirtualGuard {

    /** How long after a step that could not be written the next deadline is tried. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final VirtualTime time;
    private final Disk disk = new Disk();
    private final Journal journal;
    private final Laws laws;
    private final RandomGenerator chance;
    private final Consumer<Effect> hands;
    private GuardCore core;
    private Instant notBefore = Instant.MIN;

    /** What the guard decides by, and how the journal tells it. */
    record Laws(Policy policy, PolicyLine line) {

        static Laws of(Policy policy, String pack) {
            return new Laws(policy, PolicyLine.of(policy, pack));
        }
    }

    VirtualGuard(VirtualTime time, Journal journal, Laws laws, RandomGenerator chance, Consumer<Effect> hands) {
        this.time = time;
        this.journal = disk.under(journal);
        this.laws = laws;
        this.chance = chance;
        this.hands = hands;
        this.core = core(GuardState.EMPTY);
    }

    private GuardCore core(GuardState from) {
        var written = new JournalRecorder(journal);
        written.policy(time.instant(), laws.line());
        return new GuardCore(from, laws.policy(), written, chance, hands);
    }

    /** Begins anew from what the journal tells, as a process does that was ended in the middle of something. */
    void restart() {
        try {
            core = core(Recovery.read(journal).state());
        } catch (JournalException unwritten) {
            throw new StoryFailedException("the guard does not start: " + unwritten.getMessage());
        }
        take(GuardEvent.Restarted::new);
    }

    Disk disk() {
        return disk;
    }

    GuardState state() {
        return core.state();
    }

    /** Returns the answer, or nothing where the step could not be written and so has not happened. */
    Optional<Reply> take(Function<Instant, GuardEvent> event) {
        try {
            return Optional.of(core.take(event.apply(time.instant())));
        } catch (JournalException unwritten) {
            notBefore = time.instant().plus(AFTER_TROUBLE);
            return Optional.empty();
        }
    }

    /** Returns when the guard wants to look again though nothing happens. */
    Optional<Instant> deadline() {
        return Deadlines.next(core.state(), core.policy())
                .filter(next -> next.isBefore(Instant.MAX))
                .map(next -> next.isBefore(notBefore) ? notBefore : next);
    }

    /** Lets the guard see that a deadline has passed. */
    void timePassed() {
        Optional<Instant> before = deadline();
        boolean written = take(GuardEvent.TimePassed::new).isPresent();
        if (written && deadline().equals(before)) {
            throw new IllegalStateException(
                    "a deadline passed and nothing came of it: " + core.state().open());
        }
    }
}
