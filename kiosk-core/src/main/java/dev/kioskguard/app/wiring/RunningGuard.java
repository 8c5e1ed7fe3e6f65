package dev.kioskguard.app.wiring;

import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.desk.DeskReach;
import dev.kioskguard.app.desk.DeskStaff;
import dev.kioskguard.app.metrics.Meters;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.http.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A guard at work, from journal to listeners. Closing it ends everything it has begun, the other way round. */
public final class RunningGuard implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Parts parts;
    private final FrontDoor.Inside inside;
    private final Ways ways;

    private RunningGuard(Parts parts, FrontDoor.Inside inside, Ways ways) {
        this.parts = parts;
        this.inside = inside;
        this.ways = ways;
    }

    /**
     * Starts a guard.
     *
     * @throws RuntimeException saying what to do, when something it cannot do without is not to be had; nothing is left
     *     open then
     */
    public static RunningGuard start(GuardSetup setup) {
        var parts = new Parts();
        try {
            return start(setup, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static RunningGuard start(GuardSetup setup, Parts parts) {
        KioskConfig config = setup.config().current();
        Store store = Store.open(setup, parts);
        var book = new TransferBook();
        Tellers tellers = Tellers.of(setup);
        BankBoard bank = bank(config, tellers);
        var screen = new ScreenBoard(Screens.idle(store.latest()));
        Sight sight = parts.keep(Sight.open(setup));
        var eyes = new Eyes(sight.source());
        var clearances = store.clearances(setup);
        Recovered.into(book, store.recovery(), clearances);
        var pages = new PageBoard(config.terminal().id(), store.journal(), store.time(), config.rota());
        var meters = new Meters();
        var hands = new Hands(new Hands.Boards(book, bank, screen, pages, tellers, store.hops()), eyes, clearances);
        GuardRunner guard = parts.keep(GuardThread.of(setup, store, parts, hands, meters::step));
        GuardThread.restarted(guard);
        var worker = parts.keep(new Worker("terminal"));
        OpenDevices devices = parts.keep(OpenDevices.open(setup.around().devices(), sight.devices()));
        TerminalWiring terminal = parts.keep(TerminalWiring.of(setup, guard, store.cards(), devices, eyes, worker));
        LookUps lookUps = parts.keep(LookUps.open(setup, store.time()));
        var inside = new FrontDoor.Inside(guard, book, bank, screen, terminal, lookUps, tellers);
        Reach reach = DeskReach.of(config.desk(), setup.data());
        var deeds = StaffDeeds.of(setup, guard, pages, store.journal(), tellers.receipts());
        Outside outside = parts.keep(store.outside(setup, guard, pages, deeds.commands(pages), devices));
        var facts =
                Health.Facts.of(setup, new FileHealth(setup, lookUps, store.time()), sight.source(), reach, outside);
        var health = new Health(guard, store.journal(), store.keys(), devices, facts);
        meters.watch(deeds.log(), config.terminal().zone(), outside, store.journal(), store.time());
        FrontDoor door = parts.keep(FrontDoor.open(setup, inside, store.keys(), health, meters));
        DeskStaff staff = DeskStaff.open(setup.data(), guard, store.journal());
        var people = new DeskDoor.People(staff, deeds, store.journal(), tellers, outside.deliveries());
        DeskDoor desk = parts.keep(DeskDoor.open(setup, guard, pages, people, reach));
        shownAt(screen, door, terminal, setup.wording());
        sight.source().onSignal(change -> GuardThread.told(guard, change));
        terminal.start();
        keepUp(worker, door, sight, outside);
        store.keepForgetting(worker, setup);
        return new RunningGuard(parts, inside, new Ways(store.keys(), door, desk, outside));
    }

    private static void keepUp(Worker worker, FrontDoor door, Sight sight, Outside outside) {
        worker.every(LOOK_EVERY, door::look);
        worker.every(LOOK_EVERY, outside::look);
        sight.keepLooking(worker);
    }

    private static void shownAt(ScreenBoard screen, FrontDoor door, TerminalWiring terminal, ContentInUse wording) {
        wording.onTaken(door::changed);
        screen.onShown(shown -> {
            door.changed();
            terminal.shown(shown);
        });
    }

    private static BankBoard bank(KioskConfig config, Tellers tellers) {
        var load = config.limits().load();
        return new BankBoard(load.eventStreams(), load.waitingCalls(), tellers.receipts());
    }

    /**
     * Waits, within a limit, until a card is taken and a transfer is not refused for what is only on its way.
     *
     * @param page whether a customer's page comes by itself
     * @return what is not there when the wait is over, in words for an operator; without it the guard serves all the
     *     same, and refuses what it must
     */
    public List<String> awaitArrivals(boolean page) {
        return Arrivals.await(() -> {
            List<String> missing = inside.terminal().missing();
            if (page && !guard().state().means().screen()) {
                missing.add("the customer's page is not connected yet, so transfers are refused");
            }
            return missing;
        });
    }

    public GuardRunner guard() {
        return inside.guard();
    }

    /** Returns what a payee is looked up by before a transfer is asked for. */
    public Function<TransferRequest, CompletionStage<LookUp>> lookUps() {
        return inside.lookUps();
    }

    public CardNames cardNames() {
        return inside.terminal().cardNames();
    }

    /** Returns every transfer of late. */
    public TransferBook transfers() {
        return inside.book();
    }

    /** Returns the keys by which the bank's host verifies clearances. */
    public PublicKeys clearanceKeys() {
        return ways.keys.publicKeys();
    }

    /** Returns where bank application and screen find the guard. */
    public URI uri() {
        return ways.door.uri();
    }

    /** Returns the address of the customer's page with a fresh one-time ticket. */
    public URI screenUri() {
        return ways.door.screenUri();
    }

    /** Returns the address of the desk's page. */
    public URI deskUri() {
        return ways.desk.uri();
    }

    /** Returns the fingerprint of the certificate that the desk shows; empty on loopback, where it shows none. */
    public Optional<String> deskFingerprint() {
        return ways.desk.fingerprint();
    }

    /** Returns the pages of late as they stand, oldest first. */
    public List<Page> pages() {
        return ways.desk.pages();
    }

    /** Returns how the way outside stands that the configuration names; empty where it names none. */
    public Optional<ChannelStatus> outside() {
        return ways.outside.status();
    }

    @Override
    public void close() {
        parts.close();
    }

    /** How the guard is reached, whom it reaches, and by what its word is known. */
    private record Ways(ClearanceKeys keys, FrontDoor door, DeskDoor desk, Outside outside) {}
}
