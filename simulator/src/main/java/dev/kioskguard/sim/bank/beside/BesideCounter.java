package dev.kioskguard.sim.bank.beside;

import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.bank.app.Issuer;
import dev.kioskguard.sim.bank.app.Payer;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.app.Visit;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.pad.EntryListener;
import dev.kioskguard.sim.pad.EntryRules;
import dev.kioskguard.sim.pad.PinCheck;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.CardSlot.Place;
import dev.kioskguard.sim.terminal.Terminal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader and pad of a terminal in the hands of an application that stands beside the guard: a card begins a visit, its
 * PIN is keyed once the camera has stopped, and every later key is passed on. Thread-safe; acts on a thread of its own.
 */
public final class BesideCounter implements Teller, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BesideCounter.class);
    private static final int PIN_TRIES_MAX = 3;
    private static final EntryRules PIN =
            new EntryRules(4, 6, false, rules(Stream.concat(digits(), Stream.of(Key.ENTER, Key.CANCEL, Key.CLEAR))));
    private static final EntryRules ANY_KEY = new EntryRules(
            0, 0, false, Arrays.stream(Key.values()).collect(Collectors.toMap(Function.identity(), key -> false)));

    private final BesideApplication application;
    private final Terminal terminal;
    private final Issuer issuer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "bank-beside");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable Card card;
    private @Nullable Visit visit;
    private int pinTries;

    public BesideCounter(BesideApplication application, Terminal terminal, Issuer issuer) {
        this.application = application;
        this.terminal = terminal;
        this.issuer = issuer;
    }

    private static Map<Key, Boolean> rules(Stream<Key> keys) {
        return keys.collect(Collectors.toMap(Function.identity(), key -> key == Key.ENTER || key == Key.CANCEL));
    }

    private static Stream<Key> digits() {
        return Arrays.stream(Key.values()).filter(key -> key.word().matches("[0-9]"));
    }

    public void start() {
        application.start();
        terminal.cardSlot().onPlace(place -> later(() -> placed(place)));
        acceptNext();
    }

    private void acceptNext() {
        terminal.cardSlot().accept(inserted -> later(() -> came(inserted)));
    }

    private void came(Card inserted) {
        card = inserted;
        pinTries = 0;
        String masked = new CardData(inserted.track2()).masked();
        Visit begun = application.begin("beside-" + inserted.name(), masked, "zh-CN");
        visit = begun;
        askPin(begun);
    }

    private void askPin(Visit begun) {
        application.announcePin(begun);
        terminal.pad().abandon();
        terminal.pad().enterPin(PIN, new Keyed(key -> {}, by -> later(() -> pinKeyed(begun, by))));
    }

    private void pinKeyed(Visit begun, Optional<Key> by) {
        Card inserted = card;
        if (inserted == null || !begun.equals(visit)) {
            return;
        }
        boolean right = by.filter(key -> key == Key.CANCEL).isEmpty() && isRight(inserted);
        if (!right && ++pinTries < PIN_TRIES_MAX) {
            askPin(begun);
            return;
        }
        application.pinDone(begun, right);
        if (right) {
            terminal.pad().enterPlain(ANY_KEY, new Keyed(key -> later(() -> passOn(begun, key)), last -> {}));
        } else {
            terminal.cardSlot().eject();
        }
    }

    private boolean isRight(Card inserted) {
        try {
            byte[] block = terminal.pad()
                    .pinBlock(PinBlock.Format.ISO_0, issuer.pinKey(), PinCheck.accountOf(inserted.number()));
            return issuer.isPinRight(
                    new PinBlock(
                            PinBlock.Format.ISO_0,
                            HexFormat.of().withUpperCase().formatHex(block)),
                    inserted.number());
        } catch (CommandRefusal none) {
            return false;
        }
    }

    /** A key that the guard does not want now belongs to the application, which has no menu to press it in. */
    private void passOn(Visit begun, Key key) {
        try {
            application.pressed(begun, List.of(key.word()));
        } catch (GuardRefusedException e) {
            LOG.debug("a key is nobody's: {}", e.getMessage());
        }
    }

    private void placed(Place place) {
        Visit open = visit;
        if (open != null && (place == Place.RETURNED || place == Place.RETAINED)) {
            terminal.pad().abandon();
            visit = null;
            card = null;
            application.end(open);
            acceptNext();
        }
    }

    private void later(Runnable step) {
        if (!thread.isShutdown()) {
            thread.execute(() -> {
                try {
                    step.run();
                } catch (GuardRefusedException | GuardUnreachableException e) {
                    LOG.warn("the guard did not do what the application asked: {}", e.getMessage());
                }
            });
        }
    }

    @Override
    public Optional<Visit> awaitVisit(Predicate<Optional<Visit>> wanted, Duration wait) throws InterruptedException {
        return application.awaitVisit(wanted, wait);
    }

    @Override
    public String ask(Visit asking, ObjectNode body, boolean submit) {
        Card inserted = card;
        return application.ask(asking, Payer.known(body, inserted != null && inserted.elder()), submit);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        terminal.pad().abandon();
        terminal.cardSlot().stopAccepting();
        application.close();
    }

    /** Whoever wants each key, and to know of the last one. */
    private record Keyed(Consumer<Key> each, Consumer<Optional<Key>> last) implements EntryListener {

        @Override
        public void begun() {}

        @Override
        public void taken(Optional<Key> key) {
            key.ifPresent(each);
        }

        @Override
        public void ended(Optional<Key> by, int count, List<Key> keys) {
            last.accept(by);
        }
    }
}
