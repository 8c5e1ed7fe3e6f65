package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.web.desk.PageBoard;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.front.TransferBook;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A guard at work, from journal to listeners. Closing it ends everything it has begun, the other way round. */
public final class RunningGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningGuard.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(6);
    private static final Duration CONFIG_EVERY = Duration.ofSeconds(2);

    private final Parts parts;
    private final FrontDoor.Inside inside;
    private final ClearanceKeys keys;
    private final FrontDoor door;
    private final DeskDoor desk;

    private RunningGuard(Parts parts, FrontDoor.Inside inside, ClearanceKeys keys, FrontDoor door, DeskDoor desk) {
        this.parts = parts;
        this.inside = inside;
        this.keys = keys;
        this.door = door;
        this.desk = desk;
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
        var eyes = new Eyes(parts.keep(setup.around().signals()));
        var clearances = new Clearances(
                store.keys(),
                store.journal(),
                config.terminal().id(),
                setup.wording().pack().version(),
                () -> setup.config().current().clearance().life());
        Recovered.into(book, store.recovery(), clearances);
        var pages = new PageBoard(config.terminal().id(), store.journal(), store.time());
        var boards = new Hands.Boards(book, bank, screen, pages, tellers);
        GuardRunner guard = parts.keep(runner(setup, store, new Hands(boards, eyes, clearances)));
        // Before anything that a door lets in.
        var restarted = guard.offer(GuardEvent.Restarted::new).toCompletableFuture();

        var worker = parts.keep(new Worker("terminal"));
        OpenDevices devices = parts.keep(OpenDevices.open(setup.around().devices()));
        TerminalWiring terminal = parts.keep(TerminalWiring.of(setup, guard, devices, eyes, worker));
        var inside = new FrontDoor.Inside(guard, book, bank, screen, terminal, tellers);
        FrontDoor door = parts.keep(FrontDoor.open(setup, inside, store.keys(), health(setup, guard, store, devices)));
        DeskDoor desk = parts.keep(DeskDoor.open(setup, guard, pages, tellers.displays()));
        screen.onShown(shown -> {
            door.changed();
            terminal.shown(shown);
        });
        setup.around().signals().onSignal((signal, holds) -> {
            var unused = guard.offer(at -> new GuardEvent.SignalChanged(at, signal, holds))
                    .toCompletableFuture();
        });
        begin(guard, restarted, terminal);
        worker.every(LOOK_EVERY, door::look);
        worker.every(FORGET_EVERY, () -> forget(setup, store));
        return new RunningGuard(parts, inside, store.keys(), door, desk);
    }

    private static BankBoard bank(KioskConfig config, Tellers tellers) {
        var load = config.limits().load();
        return new BankBoard(load.eventStreams(), load.waitingCalls(), tellers.receipts());
    }

    private static Health health(GuardSetup setup, GuardRunner guard, Store store, OpenDevices devices) {
        var facts = new Health.Facts(
                setup.config().current().terminal().id(), setup.wording().pack().version(), setup.config()::status);
        return new Health(guard, store.journal(), store.keys(), devices, facts);
    }

    private static void forget(GuardSetup setup, Store store) {
        Duration retention = setup.config().current().limits().memory().retention();
        store.journal().forget(store.time().instant().minus(retention));
    }

    /** What was under way cannot be proven any more; only then do devices and customers come in. */
    private static void begin(GuardRunner guard, CompletableFuture<Reply> restarted, TerminalWiring terminal) {
        guard.start();
        restarted.join();
        terminal.start();
    }

    private static GuardRunner runner(GuardSetup setup, Store store, Hands hands) {
        KioskConfig config = setup.config().current();
        var script = setup.wording().pack().script();
        String pack = setup.wording().pack().version();
        Policy policy = Policies.of(config, script);
        JournalRecorder recorder = store.recorder();
        recorder.policy(store.latest(), policy, pack);
        var core = new GuardCore(
                store.recovery().state(), policy, recorder, setup.around().chance(), hands);
        setup.config().onChange(changed -> {
            Policy now = Policies.of(changed, script);
            core.policy(now, () -> recorder.policy(store.time().instant(), now, pack));
        });
        var unused = setup.config().every(CONFIG_EVERY);
        return new GuardRunner(
                core, store.time(), store.latest(), config.limits().load().inboxEvents(), RunningGuard::troubled);
    }

    private static void troubled(Throwable trouble) {
        LOG.error(
                "a step could not be written or carried out, so nothing is let go: {} {}",
                trouble.getClass().getSimpleName(),
                trouble.getMessage());
    }

    public GuardRunner guard() {
        return inside.guard();
    }

    /** Returns every transfer of late. */
    public TransferBook transfers() {
        return inside.book();
    }

    /** Returns the keys by which the bank's host verifies clearances. */
    public PublicKeys clearanceKeys() {
        return keys.publicKeys();
    }

    /** Returns where bank application and screen find the guard. */
    public URI uri() {
        return door.uri();
    }

    /** Returns the address of the customer's page with a fresh one-time ticket. */
    public URI screenUri() {
        return door.screenUri();
    }

    /** Returns the address of the desk's page. */
    public URI deskUri() {
        return desk.uri();
    }

    @Override
    public void close() {
        parts.close();
    }
}
