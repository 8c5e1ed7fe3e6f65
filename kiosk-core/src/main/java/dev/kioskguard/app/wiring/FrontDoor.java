package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.metrics.Meters;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.bank.DeviceRoutes;
import dev.kioskguard.web.bank.HealthRoutes;
import dev.kioskguard.web.bank.NoticeRoutes;
import dev.kioskguard.web.bank.ReceiptRoutes;
import dev.kioskguard.web.bank.RequestRoutes;
import dev.kioskguard.web.bank.SessionRoutes;
import dev.kioskguard.web.bank.TransferRoutes;
import dev.kioskguard.web.bank.TransferView;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.access.BearerToken;
import dev.kioskguard.web.http.access.Tickets;
import dev.kioskguard.web.http.stream.SseStreams;
import dev.kioskguard.web.screen.PageRoutes;
import dev.kioskguard.web.screen.ScreenFrame;
import dev.kioskguard.web.screen.ScreenPresence;
import dev.kioskguard.web.screen.ScreenRoutes;
import dev.kioskguard.web.screen.ScreenView;
import dev.kioskguard.web.screen.ScreenWords;
import dev.kioskguard.web.screen.SecondVoice;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The base port: the bank's application and the customer's screen, each with its own token. */
final class FrontDoor implements AutoCloseable {

    /** A page that is gone shows only when something is sent to it. */
    private static final Duration SCREEN_HEARTBEAT = Duration.ofSeconds(2);

    private final Parts parts;
    private final URI uri;
    private final ScreenRoutes screen;
    private final ScreenPresence presence;
    private final Tickets tickets;
    private final GuardRunner guard;
    private Instant shownFor = Instant.EPOCH;

    private FrontDoor(Parts parts, URI uri, Screen page, Tickets tickets, GuardRunner guard) {
        this.parts = parts;
        this.uri = uri;
        this.screen = page.routes();
        this.presence = page.presence();
        this.tickets = tickets;
        this.guard = guard;
    }

    static FrontDoor open(GuardSetup setup, Inside inside, ClearanceKeys keys, Health health, Meters meters) {
        var limits = setup.config().current().limits();
        var secure = new SecureRandom();
        BearerToken api = BearerToken.at(setup.data().file("api.token"), secure);
        BearerToken own = BearerToken.at(setup.data().file("screen.token"), secure);
        BearerToken watching = BearerToken.at(setup.data().file("metrics.token"), secure);
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
            routes.before("/metrics", ctx -> watching.require(ctx, "DATA/metrics.token"));
            bankOf(routes, setup, inside);
            new HealthRoutes(keys::publicKeys, health::report, meters::text).addTo(routes);
            screenOf(routes, new PageRoutes(tickets, own, setup.wording()::signs), screen);
        });
        // Whoever still waits is answered before the listener ends.
        var parts = new Parts();
        parts.keep(listener);
        parts.keep(inside.bank());
        parts.keep(streams);
        URI uri = URI.create("http://127.0.0.1:" + listener.port());
        return new FrontDoor(parts, uri, new Screen(screen, presence), tickets, inside.guard());
    }

    private static ScreenRoutes screen(GuardSetup setup, Inside inside, SseStreams streams) {
        var panel = setup.config().current().screen();
        Tellers tellers = inside.tellers();
        boolean camera = inside.terminal().hasEyes();
        String second = setup.config().current().content().secondVoice();
        Map<String, Object> sizes =
                Map.of("widthMm", panel.widthMm(), "heightMm", panel.heightMm(), "distanceMm", panel.distanceMm());
        return new ScreenRoutes(
                inside.guard(),
                inside.screen(),
                () -> {
                    // One pack for one body, whatever is taken meanwhile.
                    Displays said = tellers.displays().now();
                    var voice = new SecondVoice(second, setup.wording().voices());
                    return new ScreenView(
                            new ScreenWords(said.wording(), tellers.receipts(), camera, voice),
                            new ScreenFrame(said, sizes));
                },
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
        var site = new SessionRoutes.Site(
                hosted, config.terminal().id(), inside.terminal().cardNames());
        new SessionRoutes(inside.guard(), devices, site, Ids::session).addTo(routes);
        new DeviceRoutes(
                        inside.guard(),
                        devices,
                        hosted,
                        () -> setup.config().current().application().cardTrack())
                .addTo(routes);
        new RequestRoutes(inside.guard(), inside.book(), inside.bank()).addTo(routes);
        Tellers tellers = inside.tellers();
        new ReceiptRoutes(inside.book(), tellers.receipts()).addTo(routes);
        new NoticeRoutes(inside.guard(), tellers.notices(), inside.bank(), tellers.wording(), Ids::notice)
                .addTo(routes);
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
        // What an idle machine shows goes by the hour.
        Instant hour = guard.time().instant().truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(shownFor)) {
            shownFor = hour;
            screen.changed();
        }
    }

    @Override
    public void close() {
        parts.close();
    }

    private record Screen(ScreenRoutes routes, ScreenPresence presence) {}

    /** What the routes reach for inside the guard. */
    record Inside(
            GuardRunner guard,
            TransferBook book,
            BankBoard bank,
            ScreenBoard screen,
            TerminalWiring terminal,
            LookUps lookUps,
            Tellers tellers) {}
}
