package dev.kioskguard.sim.bank.app;

import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.wait.Awaited;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The visit at the terminal and its PIN: asked for as a visit begins, and checked by the issuer. Threadsafe. */
final class VisitDesk implements AutoCloseable {

    /** A card whose PIN was wrong so often goes back. */
    static final int PIN_TRIES_MAX = 3;

    /** For how many visits the card is still known when the guard asks for it to be locked. */
    private static final int CARDS_REMEMBERED_MAX = 32;

    private static final Duration RETRY_DELAY = Duration.ofMillis(300);
    private static final Logger LOG = LoggerFactory.getLogger(VisitDesk.class);

    private final GuardApi guard;
    private final Issuer issuer;
    private final Terminal terminal;
    private final Awaited<Optional<Visit>> visit = new Awaited<>(Optional.empty());
    private final ExecutorService pinThread = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "bank-pin");
        thread.setDaemon(true);
        return thread;
    });
    private final Predicate<String> locked;
    private final Map<String, String> cards = new LinkedHashMap<>();

    /**
     * A desk without a visit.
     *
     * @param locked whether the bank has locked a card, by its number
     */
    VisitDesk(GuardApi guard, Issuer issuer, Terminal terminal, Predicate<String> locked) {
        this.locked = locked;
        this.guard = guard;
        this.issuer = issuer;
        this.terminal = terminal;
    }

    /** Begins a visit and asks for its PIN; told twice of the same visit, it does so once. */
    void began(String sessionId, String masked) {
        Visit begun = new Visit(sessionId, issuer.numberOf(masked), Visit.Pin.AWAITED);
        begun.card().ifPresent(number -> remember(sessionId, number));
        if (visit.change(now -> isOf(sessionId, now) ? now : Optional.of(begun))) {
            pinThread.execute(() -> settlePin(begun));
        }
    }

    void ended(String sessionId) {
        visit.change(now -> isOf(sessionId, now) ? Optional.empty() : now);
    }

    private static boolean isOf(String sessionId, Optional<Visit> visit) {
        return visit.map(Visit::sessionId).filter(sessionId::equals).isPresent();
    }

    private synchronized void remember(String sessionId, String number) {
        cards.put(sessionId, number);
        if (cards.size() > CARDS_REMEMBERED_MAX) {
            cards.remove(cards.keySet().iterator().next());
        }
    }

    /** Returns the card of a visit of late. */
    synchronized Optional<String> cardOf(String sessionId) {
        return Optional.ofNullable(cards.get(sessionId));
    }

    Optional<Visit> current() {
        return visit.now();
    }

    /** Returns the visit once it is as {@code wanted}, or what there is when {@code wait} of wall time has passed. */
    Optional<Visit> await(Predicate<Optional<Visit>> wanted, Duration wait) throws InterruptedException {
        return visit.await(wanted, wait);
    }

    private void settlePin(Visit begun) {
        Visit.Pin pin = Visit.Pin.FAILED;
        try {
            pin = keyedRight(begun) ? Visit.Pin.RIGHT : Visit.Pin.FAILED;
        } catch (GuardRefusedException | GuardUnreachableException e) {
            LOG.info("no PIN in {}: {}", begun.sessionId(), e.getMessage());
        }
        boolean stillThere = note(begun, pin);
        if (stillThere && pin == Visit.Pin.FAILED) {
            giveBack(begun);
        }
    }

    private boolean keyedRight(Visit begun) {
        String number = begun.card().orElse("");
        for (int tries = 0; !number.isEmpty() && tries < PIN_TRIES_MAX; tries++) {
            PinBlock block = guard.pinBlock(begun.sessionId(), issuer.pinKey(), number);
            if (locked.test(number)) {
                return false;
            }
            if (issuer.isPinRight(block, number)) {
                return true;
            }
        }
        return false;
    }

    private boolean note(Visit begun, Visit.Pin pin) {
        return visit.change(now -> isOf(begun.sessionId(), now) ? Optional.of(begun.with(pin)) : now);
    }

    /** Tries until the reader has done it or the visit is over: no line that was cut keeps a card. */
    private void giveBack(Visit begun) {
        boolean given = false;
        while (!given && isOpen(begun)) {
            try {
                terminal.returnCard(begun.sessionId());
                given = true;
            } catch (GuardRefusedException | GuardUnreachableException e) {
                LOG.info("the card of {} is not given back: {}", begun.sessionId(), e.getMessage());
                given = !pause(begun);
            }
        }
    }

    private boolean isOpen(Visit begun) {
        return isOf(begun.sessionId(), current());
    }

    /** Returns false when there is nothing more to wait for. */
    private boolean pause(Visit begun) {
        try {
            return await(now -> !isOpen(begun), RETRY_DELAY).isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        pinThread.shutdownNow();
    }
}
