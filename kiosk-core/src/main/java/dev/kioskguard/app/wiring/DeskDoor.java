package dev.kioskguard.app.wiring;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.PageRoutes;
import dev.kioskguard.web.desk.VerdictRoutes;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.stream.SseStreams;
import dev.kioskguard.web.http.tls.ServerIdentity;
import dev.kioskguard.web.lobby.LobbyRoutes;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The port after the base: the desk of the people who come, a listener of its own with sign-ins of its own. */
final class DeskDoor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(10);

    private final GuardRunner guard;
    private final PageBoard board;
    private final Worker worker = new Worker("desk");
    private final SseStreams streams;
    private final Listener listener;
    private final DeskStaff staff;
    private final Reach reach;

    private DeskDoor(GuardSetup setup, GuardRunner guard, PageBoard board, People people, Reach reach) {
        this.guard = guard;
        this.reach = reach;
        this.board = board;
        this.streams =
                new SseStreams("desk", setup.config().current().limits().load().eventStreams());
        this.staff = people.staff();
        DeskSessions sessions = staff.sessions();
        var pages = new PageRoutes(guard, board, () -> setup.wording().pack().words(), sessions, streams);
        int base = setup.around().port();
        this.listener = Listener.start(
                ListenerSettings.of("desk", base == 0 ? 0 : base + 1).reachedFrom(reach), routes -> {
                    pages.addTo(routes);
                    new VerdictRoutes(guard, board, sessions).addTo(routes);
                    staff.addTo(routes);
                    new LobbyRoutes(people.displays(), setup.wording()::signs, guard.time()).addTo(routes);
                });
        board.onChanged(page -> {
            pages.changed(page);
            lookWhenDue();
        });
        worker.every(LOOK_EVERY, this::look);
        // Whoever was revoked, has signed out or is at the end of the shift hears nothing more.
        worker.every(LOOK_EVERY, () -> streams.closeUnless(sessions::holds));
        worker.every(TIDY_EVERY, staff::tidy);
    }

    static DeskDoor open(GuardSetup setup, GuardRunner guard, PageBoard board, People people, Reach reach) {
        var door = new DeskDoor(setup, guard, board, people, reach);
        DeskReach.publishCard(setup, reach, door.uri());
        return door;
    }

    /** Returns the fingerprint of the certificate that is shown under TLS; empty in the clear. */
    Optional<String> fingerprint() {
        return Optional.ofNullable(reach.identity()).map(ServerIdentity::fingerprint);
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

    /** Whom the desk is for, and what hangs in the lobby for everyone. */
    record People(DeskStaff staff, Displays displays) {}
}
