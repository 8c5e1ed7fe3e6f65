package dev.kioskguard.guard.run;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.guard.decide.Deadlines;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.Inbox.Posted;
import dev.kioskguard.guard.state.GuardState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One guard on one thread, at its own pace. Anyone may offer events; they wait in a bounded inbox. Deadlines of the
 * guard come as events too.
 */
public final class GuardRunner implements Turns, AutoCloseable {

    /** How long the guard looks away when a step could not be written, before it tries the clock again. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final GuardCore core;
    private final Time time;
    private final SteadyTime steady;
    private final OwedFacts owed = new OwedFacts();
    private final Inbox inbox;
    private final Consumer<Throwable> trouble;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable lastTrouble;
    private volatile @Nullable UndoneException lastUndone;
    private volatile long taken;

    /**
     * A runner that is not yet running.
     *
     * @param latest the time of the journal's last line; the guard's time never lies before it
     * @param trouble told of each step that could not be written, or not carried out in full
     */
    public GuardRunner(GuardCore core, Time time, Instant latest, int inboxEventsMax, Consumer<Throwable> trouble) {
        this.core = core;
        this.time = time;
        this.steady = new SteadyTime(time, latest);
        this.inbox = new Inbox(inboxEventsMax);
        this.trouble = trouble;
        this.thread = new Thread(this::run, "guard");
    }

    public void start() {
        thread.start();
    }

    public GuardState state() {
        return core.state();
    }

    @Override
    public Time time() {
        return time;
    }

    /** Returns how many events have been taken so far; whoever waits for quiet sees it stand still. */
    public long taken() {
        return taken;
    }

    /** Returns what kept the last step from being written, or null when the last step was written. */
    public @Nullable Throwable lastTrouble() {
        return lastTrouble;
    }

    /** Returns the last step that was written and not carried out in full, or null while there was none. */
    public @Nullable UndoneException lastUndone() {
        return lastUndone;
    }

    /**
     * Offers an event.
     *
     * @param event made when its turn comes
     * @return fails with {@link InboxFullException} at once where too many wait, or with what kept the step from being
     *     written
     */
    public CompletionStage<Reply> offer(Function<Instant, GuardEvent> event) {
        return inbox.post(at -> core.take(event.apply(at)));
    }

    /**
     * Tells of a fact of the world, which is kept until it is written, however long the journal is in trouble. No event
     * that is offered later is taken before it.
     *
     * @param name one of a fixed few; of facts with the same name only the latest is kept
     * @param event made when its turn comes; where the guard declines it, the fact is settled
     */
    public void report(String name, Function<Instant, GuardEvent> event) {
        owed.add(name, event);
        // Wakes the guard; where the inbox is full it is awake.
        var unused = inbox.post(at -> Reply.TAKEN).toCompletableFuture();
    }

    /** Does something between two steps: no line that it writes stands between a step's line and its effects. */
    @Override
    public CompletionStage<Reply> between(Consumer<Instant> task) {
        return inbox.post(at -> {
            task.accept(at);
            return Reply.TAKEN;
        });
    }

    private void run() {
        try {
            while (!closed) {
                step(inbox.poll(untilNext()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inbox.close(); // however this ends, nobody waits for an answer any more
        }
    }

    private void step(@Nullable Posted posted) {
        // The first word of all is that the guard has started again, which knows nothing of clocks yet.
        if (taken > 0) {
            checkClock();
        }
        // Deadlines that are due go before what comes after them.
        if (posted == null || steady.isOver(deadline())) {
            take(new Posted(this::timePassed));
        }
        if (posted != null) {
            take(posted);
        }
    }

    private Instant deadline() {
        return Deadlines.next(core.state(), core.policy()).orElse(Instant.MAX);
    }

    private Reply timePassed(Instant at) {
        return core.take(new GuardEvent.TimePassed(at));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Only the guard's own thread writes.
    private void take(Posted posted) {
        taken++;
        try {
            owed.settle(event -> carriedOut(at -> core.take(event.apply(at))));
            Reply reply = carriedOut(posted.turn());
            lastTrouble = null;
            posted.reply().complete(reply);
        } catch (RuntimeException e) {
            // Not written is not done: whoever brought the event is told, and the state is the one before.
            lastTrouble = e;
            trouble.accept(e);
            posted.reply().completeExceptionally(e);
        }
    }

    private Reply carriedOut(Function<Instant, Reply> turn) {
        try {
            return turn.apply(steady.now());
        } catch (UndoneException e) {
            lastUndone = e;
            trouble.accept(e);
            return e.reply();
        }
    }

    private Duration untilNext() {
        if (lastTrouble != null) {
            return AFTER_TROUBLE;
        }
        return steady.until(deadline());
    }

    private void checkClock() {
        if (steady.turned()) {
            boolean right = !steady.isBehind();
            owed.add("clock " + (right ? "right" : "behind"), at -> new GuardEvent.ClockChanged(at, right));
        }
    }

    @Override
    public void close() {
        closed = true;
        inbox.close();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
