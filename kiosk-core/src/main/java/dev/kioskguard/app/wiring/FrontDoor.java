package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.bank.DeviceRoutes;
import dev.kioskguard.web.bank.HealthRoutes;
import dev.kioskguard.web.bank.RequestRoutes;
import dev.kioskguard.web.bank.SessionRoutes;
import dev.kioskguard.web.bank.TransferRoutes;
import dev.kioskguard.web.bank.TransferView;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.access.BearerToken;
import dev.kioskguard.web.http.access.Tickets;
import dev.kioskguard.web.http.stream.SseStreams;
import dev.kioskguard.web.screen.PageRoutes;
import dev.kioskguard.web.screen.ScreenPresence;
import dev.kioskguard.web.screen.ScreenRoutes;
import dev.kioskguard.web.screen.ScreenView;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** The base port: the bank's application and the customer's screen, each with its own token. */
final class FrontDoor implements AutoCloseable {

    /** A page that is gone shows only when something is sent to it. */
    private static final Duration SCREEN_HEARTBEAT = Duration.ofSeconds(2);

    private final Parts parts;
    private final URI uri;
    private final ScreenRoutes screen;
    private final ScreenPresence presence;
    private final Tickets tickets;

    private FrontDoor(Parts parts, URI uri, ScreenRoutes screen, ScreenPresence presence, Tickets tickets) {
        this.parts = parts;
        this.uri = uri;
        this.screen = screen;
        this.presence = presence;
        this.tickets = tickets;
    }

    static FrontDoor open(GuardSetup setup, Inside inside, ClearanceKeys keys, Health health) {
        var limits = setup.config().current().limits();
        var secure = new SecureRandom();
        BearerToken api = BearerToken.at(setup.data().file("api.token"), secure);
        BearerToken own = BearerToken.at(setup.data().file("screen.token"), secure);
        var tickets = new Tickets("kiosk-screen", "/screen", InstantSource.system(), secure);
        var streams = new SseStreams("screen", limits.load().eventStreams(), SCREEN_HEARTBEAT);
        ScreenRoutes screen = screen(setup, inside, streams);
        var presence = new ScreenPresence(
                inside.guard(), InstantSource.system(), limits.watch().screenLostGrace(), streams::size);
        screen.onSeen(presence::seen);
        var settings = ListenerSettings.of("front", setup.around().port())
                .framedBy(setup.around().frameAncestors());
        Listener listener = Listener.start(settings, routes -> {
            routes.before("/api/*", ctx -> api.require(ctx, "DATA/api.token"));
            bankOf(routes, setup, inside);
            new HealthRoutes(keys::publicKeys, health::report).addTo(routes);
            screenOf(routes, new PageRoutes(tickets, own), screen);
        });
        // Whoever still waits is answered before the listener ends.
        var parts = new Parts();
        parts.keep(listener);
        parts.keep(inside.bank());
        parts.keep(streams);
        return new FrontDoor(parts, URI.create("http://127.0.0.1:" + listener.port()), screen, presence, tickets);
    }

    private static ScreenRoutes screen(GuardSetup setup, Inside inside, SseStreams streams) {
        var terminal = setup.config().current().terminal();
        return new ScreenRoutes(
                inside.guard(),
                inside.screen(),
                () -> new ScreenView(
                        setup.wording().pack().words(), terminal.zone(), terminal.branchName(), terminal.hotline()),
                setup.wording()::voices,
                streams);
    }

    private static void bankOf(RoutesConfig routes, GuardSetup setup, Inside inside) {
        KioskConfig config = setup.config().current();
        boolean hosted = config.machine().ownership() == KioskConfig.Ownership.HOSTED;
        var view = new TransferView(() -> setup.wording().pack().words());
        var devices = inside.terminal().devices();
        var intake = new TransferRoutes.Intake(Ids::transfer, inside.lookUps());
        new TransferRoutes(inside.guard(), inside.book(), inside.bank(), view, intake).addTo(routes);
        new SessionRoutes(inside.guard(), devices, hosted, config.terminal().id(), Ids::session).addTo(routes);
        new DeviceRoutes(
                        inside.guard(),
                        devices,
                        hosted,
                        () -> setup.config().current().application().cardTrack())
                .addTo(routes);
        new RequestRoutes(inside.guard(), inside.book(), inside.bank()).addTo(routes);
    }

    /** The page's own files come last: they take whatever name is left below /screen. */
    private static void screenOf(RoutesConfig routes, PageRoutes page, ScreenRoutes screen) {
        screen.addTo(routes);
        page.addTo(routes);
    }

    URI uri() {
        return uri;
    }

    URI screenUri() {
        return uri.resolve("/screen?ticket=" + tickets.issue());
    }

    /** Tells the pages that something on the screen has changed. */
    void changed() {
        screen.changed();
    }

    /** Looks whether a page is still there. */
    void look() {
        presence.check();
    }

    @Override
    public void close() {
        parts.close();
    }

    /** What the routes reach for inside the guard. */
    record Inside(
            GuardRunner guard,
            TransferBook book,
            BankBoard bank,
            ScreenBoard screen,
            TerminalWiring terminal,
            LookUps lookUps) {}
}
