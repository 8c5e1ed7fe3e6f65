package dev.kioskguard.app.wiring;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.PageBoard;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The timers of the pages: whatever nobody takes in time is passed on at its deadline, and what ran out while there was
 * no guard as soon as there is one. Thread-safe.
 */
public final class LatePages implements AutoCloseable {

    /** The regular look is for a page that could not be written at its deadline. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final GuardRunner guard;
    private final PageBoard board;
    /** Of its own: whatever else a desk is busy with, nobody waits longer for whoever is called next. */
    private final Worker worker = new Worker("ladder");

    private final Consumer<Page> changed;

    private LatePages(GuardRunner guard, PageBoard board) {
        this.guard = guard;
        this.board = board;
        this.changed = page -> lookWhenDue();
    }

    /** Watches the pages of a board from now on, those that it has already among them. */
    public static LatePages watch(GuardRunner guard, PageBoard board) {
        var watched = new LatePages(guard, board);
        board.onChanged(watched.changed);
        watched.lookWhenDue();
        watched.worker.every(LOOK_EVERY, watched::look);
        return watched;
    }

    private void lookWhenDue() {
        board.book().next().ifPresent(next -> {
            Duration wait = guard.time()
                    .onTheWall(Duration.between(guard.time().instant(), next))
                    .plusMillis(1);
            var unused = worker.thread().schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void look() {
        boolean due = board.book()
                .next()
                .filter(next -> !next.isAfter(guard.time().instant()))
                .isPresent();
        if (due) {
            var unused = guard.between(board::look).toCompletableFuture();
        }
    }

    @Override
    public void close() {
        board.noLonger(changed);
        worker.close();
    }
}
