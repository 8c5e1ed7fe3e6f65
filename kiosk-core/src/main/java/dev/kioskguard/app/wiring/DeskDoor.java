package dev.kioskguard.app.wiring;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.PageRoutes;
import dev.kioskguard.web.desk.SignInRoutes;
import dev.kioskguard.web.desk.VerdictRoutes;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.StaffRoll;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.stream.SseStreams;
import dev.kioskguard.web.lobby.LobbyRoutes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The port after the base: the desk of the people who come, a listener of its own with sign-ins of its own. */
final class DeskDoor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final GuardRunner guard;
    private final PageBoard board;
    private final Worker worker = new Worker("desk");
    private final SseStreams streams;
    private final Listener listener;

    private DeskDoor(GuardSetup setup, GuardRunner guard, PageBoard board, Displays displays, Reach reach) {
        this.guard = guard;
        this.board = board;
        this.streams =
                new SseStreams("desk", setup.config().current().limits().load().eventStreams());
        var sessions = new DeskSessions(
                StaffRoll.at(setup.data().file("staff.json")), InstantSource.system(), new SecureRandom());
        var pages = new PageRoutes(guard, board, () -> setup.wording().pack().words(), sessions, streams);
        int base = setup.around().port();
        this.listener = Listener.start(
                ListenerSettings.of("desk", base == 0 ? 0 : base + 1).reachedFrom(reach), routes -> {
                    pages.addTo(routes);
                    new VerdictRoutes(guard, board, sessions).addTo(routes);
                    new SignInRoutes(sessions).addTo(routes);
                    new LobbyRoutes(displays, setup.wording()::signs, guard.time()).addTo(routes);
                });
        board.onChanged(page -> {
            pages.changed(page);
            lookWhenDue();
        });
        worker.every(LOOK_EVERY, this::look);
    }

    static DeskDoor open(GuardSetup setup, GuardRunner guard, PageBoard board, Displays displays, Reach reach) {
        var door = new DeskDoor(setup, guard, board, displays, reach);
        DeskReach.publishCard(setup, reach, door.uri());
        return door;
    }

    URI uri() {
        return listener.uri().resolve("/desk");
    }

    /** A page is passed on at its deadline; the regular look is for one that could not be written then. */
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
        board.onChanged(page -> {});
        worker.close();
        streams.close();
        listener.close();
    }
}
