package dev.kioskguard.guard.run;

import dev.kioskguard.guard.decide.Deadlines;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.state.GuardState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One guard on one thread, at its own pace. Anyone may offer events; they wait in a bounded inbox. Deadlines of the
 * guard come as events too.
 */
public final class GuardRunner implements AutoCloseable {

    /** How long the guard looks away when a step could not be written, before it tries the clock again. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    /** A clock that steps back by less is a correction; by more, nothing may be cleared by it. */
    private static final Duration STEP_BACK_MAX = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final GuardCore core;
    private final Time time;
    private final BlockingQueue<Posted> inbox;
    private final Consumer<Throwable> trouble;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable lastTrouble;
    private volatile long taken;
    private Instant latest;
    private boolean clockBehind;

    /**
     * A runner that is not yet running.
     *
     * @param latest the time of the journal's last line; the guard's time never lies before it
     * @param trouble told of each step that could not be written or carried out
     */
    public GuardRunner(GuardCore core, Time time, Instant latest, int inboxEventsMax, Consumer<Throwable> trouble) {
        this.core = core;
        this.time = time;
        this.latest = latest;
        this.inbox = new ArrayBlockingQueue<>(inboxEventsMax);
        this.trouble = trouble;
        this.thread = new Thread(this::run, "guard");
    }

    public void start() {
        thread.start();
    }

    public GuardState state() {
        return core.state();
    }

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

    /**
     * Offers an event.
     *
     * @param event made when its turn comes, at that instant
     * @return fails with {@link InboxFullException} at once where too many wait, or with what kept the step from being
     *     written
     */
    public CompletionStage<Reply> offer(Function<Instant, GuardEvent> event) {
        return post(at -> core.take(event.apply(at)));
    }

    /**
     * Does something of the machine's own between two steps, on the guard's thread and by the guard's time, so that a
     * line it writes never stands between the line of a step and that step's effects.
     *
     * @return fails as an offered event does; where {@code task} throws, nothing is said to have been done
     */
    public CompletionStage<Reply> between(Consumer<Instant> task) {
        return post(at -> {
            task.accept(at);
            return Reply.TAKEN;
        });
    }

    private CompletionStage<Reply> post(Function<Instant, Reply> turn) {
        var posted = new Posted(turn, new CompletableFuture<>());
        if (closed || !inbox.offer(posted)) {
            posted.reply().completeExceptionally(new InboxFullException());
        }
        return posted.reply();
    }

    private void run() {
        while (!closed) {
            try {
                Posted posted = inbox.poll(wait(now()).toMillis(), TimeUnit.MILLISECONDS);
                checkClock();
                if (posted == null) {
                    take(new Posted(at -> core.take(new GuardEvent.TimePassed(at)), new CompletableFuture<>()));
                } else {
                    passTime();
                    take(posted);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
        for (Posted left = inbox.poll(); left != null; left = inbox.poll()) {
            left.reply().completeExceptionally(new InboxFullException());
        }
    }

    /** Deadlines that are due go before what comes after them. */
    private void passTime() {
        if (due(now())) {
            take(new Posted(at -> core.take(new GuardEvent.TimePassed(at)), new CompletableFuture<>()));
        }
    }

    private boolean due(Instant now) {
        return Deadlines.next(core.state(), core.policy())
                .filter(next -> !next.isAfter(now))
                .isPresent();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Only the guard's own thread writes.
    private void take(Posted posted) {
        taken++;
        try {
            Reply reply = posted.turn().apply(now());
            lastTrouble = null;
            posted.reply().complete(reply);
        } catch (RuntimeException e) {
            // Not written is not done: whoever brought the event is told, and the state is the one before.
            lastTrouble = e;
            trouble.accept(e);
            posted.reply().completeExceptionally(e);
        }
    }

    private Duration wait(Instant now) {
        if (lastTrouble != null) {
            return AFTER_TROUBLE;
        }
        Instant next = Deadlines.next(core.state(), core.policy()).orElse(now.plus(LONGEST_WAIT));
        Duration wait = time.onTheWall(Duration.between(now, next)).plusMillis(1);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private Instant now() {
        Instant wall = time.instant();
        if (wall.isAfter(latest)) {
            latest = wall;
        }
        return latest;
    }

    private void checkClock() {
        boolean behind = time.instant().plus(STEP_BACK_MAX).isBefore(latest);
        if (behind != clockBehind) {
            clockBehind = behind;
            take(new Posted(at -> core.take(new GuardEvent.ClockChanged(at, !behind)), new CompletableFuture<>()));
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Posted(Function<Instant, Reply> turn, CompletableFuture<Reply> reply) {}
}
