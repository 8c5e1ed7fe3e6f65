package dev.kioskguard.app.terminal;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Failures;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.web.bank.TerminalDevices;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal whose hardware the guard runs: a card begins a visit and its leaving ends it.
 *
 * <p>Everything happens on the one thread of the executor that is handed in; what devices and callers report is passed
 * on to it.
 */
public final class HostedTerminal implements TerminalDevices, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostedTerminal.class);
    private static final Duration CARD_WAIT = Duration.ofHours(1);
    private static final Duration MOVE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CHIP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CardReader reader;
    private final Pad pad;
    private final KnownCards cards;
    private final GuardRunner guard;
    private final ScheduledExecutorService thread;
    private Supplier<String> sessionIds = () -> "";
    private volatile @Nullable CardVisit visit;
    private volatile boolean accepting;
    private boolean closed;

    public HostedTerminal(
            CardReader reader, Pad pad, KnownCards cards, GuardRunner guard, ScheduledExecutorService thread) {
        this.reader = reader;
        this.pad = pad;
        this.cards = cards;
        this.guard = guard;
        this.thread = thread;
    }

    /** Begins to wait for cards; a card that is still inside from before a restart is given back. */
    public void start(Supplier<String> ids) {
        thread.execute(() -> {
            sessionIds = ids;
            reader.onPlace(place -> later(() -> placed(place)));
            reader.onStatus(status -> later(this::waitForCard));
            // What the reader has told before anybody listened is not told again.
            placed(reader.place());
        });
    }

    /** Reads keys while a screen of the guard wants an answer, and only then. */
    public void shown(Screen screen) {
        later(() -> pad.listen(screen.kind() != Screen.Kind.IDLE));
    }

    /** Returns whether the reader waits for a card, or holds one. */
    public boolean isServing() {
        CardPlace place = reader.place();
        boolean held = place == CardPlace.INSIDE || place == CardPlace.AT_EXIT;
        return accepting || (held && reader.status().isOnline());
    }

    private void placed(CardPlace place) {
        CardVisit open = visit;
        if (place == CardPlace.NONE && open != null) {
            visit = null;
            pad.cancelPin();
            open.end();
            waitForCard();
        } else if (place == CardPlace.INSIDE && open == null && !accepting) {
            giveBack();
        } else if (place == CardPlace.NONE) {
            waitForCard();
        }
    }

    /** A card inside that belongs to no visit is the customer's of before a restart; it is tried until it is out. */
    private void giveBack() {
        reader.eject(MOVE_TIMEOUT)
                .whenComplete((moved, failed) -> later(() -> {
                    if (failed != null && !closed) {
                        LOG.warn("a card is left in the reader and could not be given back: {}", failed.getMessage());
                        afterAWhile(() -> placed(reader.place()));
                    }
                }));
    }

    private void afterAWhile(Runnable step) {
        if (!thread.isShutdown()) {
            var unused = thread.schedule(() -> later(step), RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void waitForCard() {
        if (closed || accepting || visit != null || !reader.status().isOnline() || reader.place() != CardPlace.NONE) {
            return;
        }
        accepting = true;
        reader.accept(CARD_WAIT)
                .whenComplete((read, failed) -> later(() -> {
                    accepting = false;
                    if (read != null) {
                        began(read);
                    } else if (failed != null) {
                        notAccepted(failed);
                    }
                }));
    }

    private void began(CardData read) {
        var begun = new CardVisit(guard, sessionIds.get(), cards.of(read));
        visit = begun;
        begun.ifNotBegun(() -> later(() -> notBegun(begun)));
    }

    /** Nobody can ask for a card that is in no visit, so it is not kept. */
    private void notBegun(CardVisit refused) {
        if (refused.equals(visit)) {
            LOG.warn("a visit could not begin, so its card is given back");
            visit = null;
            giveBack();
        }
    }

    private void notAccepted(Throwable failed) {
        Throwable cause = Failures.unwrapped(failed);
        boolean unreadable =
                cause instanceof DeviceException told && told.fault() == DeviceException.Fault.INVALID_MEDIA;
        if (unreadable) {
            giveBack();
        }
        afterAWhile(this::waitForCard);
    }

    @Override
    public CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account) {
        return pad.pinBlock(format, key, account);
    }

    @Override
    public CompletionStage<Void> returnCard() {
        return reader.eject(MOVE_TIMEOUT);
    }

    @Override
    public CompletionStage<Void> retainCard() {
        return reader.retain(MOVE_TIMEOUT);
    }

    @Override
    public Optional<CardData> card() {
        return Optional.ofNullable(visit).map(CardVisit::card);
    }

    @Override
    public CompletionStage<byte[]> chip(byte[] command) {
        return reader.chip(command, CHIP_TIMEOUT);
    }

    @Override
    public CompletionStage<Void> stopCamera() {
        return pad.eyes().announced();
    }

    @Override
    public void resumeCamera() {
        pad.eyes().over();
    }

    private void later(Runnable step) {
        if (!thread.isShutdown()) {
            thread.execute(step);
        }
    }

    @Override
    public void close() {
        later(() -> {
            closed = true;
            pad.listen(false);
        });
    }
}
