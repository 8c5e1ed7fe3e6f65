package dev.kioskguard.app.wiring;

import dev.kioskguard.app.channel.Deliveries;
import dev.kioskguard.app.desk.DeskReach;
import dev.kioskguard.app.desk.DeskStaff;
import dev.kioskguard.app.draft.Drafter;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.MachineDesk;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.desk.PageRoutes;
import dev.kioskguard.web.desk.VerdictRoutes;
import dev.kioskguard.web.desk.after.AfterRoutes;
import dev.kioskguard.web.desk.draft.DraftRoutes;
import dev.kioskguard.web.desk.draft.Drafts;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.stream.SseStreams;
import dev.kioskguard.web.http.tls.ServerIdentity;
import dev.kioskguard.web.lobby.LobbyRoutes;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The port after the base: the desk of the people who come, a listener of its own with sign-ins of its own. */
final class DeskDoor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(10);

    private final PageBoard board;
    private final Worker worker = new Worker("desk");
    private final SseStreams streams;
    private final Listener listener;
    private final DeskStaff staff;
    private final Reach reach;
    private final Consumer<Page> changed;
    private final LatePages late;

    private DeskDoor(GuardSetup setup, GuardRunner guard, PageBoard board, People people, Reach reach) {
        this.reach = reach;
        this.board = board;
        this.streams =
                new SseStreams("desk", setup.config().current().limits().load().eventStreams());
        this.staff = people.staff();
        DeskSessions sessions = staff.sessions();
        var desk = new MachineDesk(
                people.deeds().verdicts(), board, () -> setup.wording().pack().words(), people.deliveries()::of);
        var pages = new PageRoutes(desk, sessions, streams);
        int base = setup.around().port();
        DeskDrill drill = DeskDrill.of(setup, guard, board, people, streams);
        this.listener = Listener.start(
                ListenerSettings.of("desk", base == 0 ? 0 : base + 1)
                        .reachedFrom(reach)
                        .framedBy(setup.around().frameAncestors()),
                routes -> {
                    pages.addTo(routes);
                    new VerdictRoutes(desk, sessions).addTo(routes);
                    afterwards(routes, setup, people);
                    drill.addTo(routes);
                    staff.addTo(routes, EnumSet.allOf(Deed.class));
                    new LobbyRoutes(people.tellers().displays(), setup.wording()::signs, guard.time()).addTo(routes);
                });
        staff.reachedAt(listener.named());
        this.changed = page -> {
            pages.changed(desk.body(page));
            drill.changed(page);
        };
        board.onChanged(changed);
        this.late = LatePages.watch(guard, board);
        people.deliveries().onChanged(id -> board.book().find(id).ifPresent(page -> pages.changed(desk.body(page))));
        worker.every(LOOK_EVERY, drill::look);
        // Whoever was revoked, has signed out or is at the end of the shift hears nothing more.
        worker.every(LOOK_EVERY, () -> streams.closeUnless(sessions::holds));
        worker.every(TIDY_EVERY, staff::tidy);
        // What a release is compared with is read before there is one, and not on the guard's thread.
        worker.thread().execute(people.deeds().log()::facts);
    }

    private void afterwards(RoutesConfig routes, GuardSetup setup, People people) {
        DeskSessions sessions = people.staff().sessions();
        var drafts = new Drafts(setup.data().file("drafts"));
        var drafter =
                new Drafter(drafts, people.journal(), setup.config().current().terminal());
        people.deeds()
                .after()
                .closeOuts()
                .onClosedOut((page, closure) -> worker.thread().execute(() -> drafter.closedOut(page, closure)));
        new AfterRoutes(people.deeds().after(), sessions).addTo(routes);
        new DraftRoutes(drafts, sessions).addTo(routes);
    }

    static DeskDoor open(GuardSetup setup, GuardRunner guard, PageBoard board, People people, Reach reach) {
        var door = new DeskDoor(setup, guard, board, people, reach);
        DeskReach.publishCard(setup.data(), reach, door.uri());
        return door;
    }

    /** Returns the fingerprint of the certificate that is shown under TLS; empty in the clear. */
    Optional<String> fingerprint() {
        return Optional.ofNullable(reach.identity()).map(ServerIdentity::fingerprint);
    }

    List<Page> pages() {
        return List.copyOf(board.book().all());
    }

    URI uri() {
        return listener.uri().resolve("/desk");
    }

    @Override
    public void close() {
        board.noLonger(changed);
        late.close();
        worker.close();
        streams.close();
        listener.close();
    }

    /** Whom the desk is for, what they do, where it is written, what is told, and how else. */
    record People(DeskStaff staff, StaffDeeds deeds, Journal journal, Tellers tellers, Deliveries deliveries) {}
}
