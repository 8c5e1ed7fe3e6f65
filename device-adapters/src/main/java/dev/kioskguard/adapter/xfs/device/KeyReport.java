package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.Decoder;
import dev.kioskguard.adapter.xfs.manager.Environment;
import dev.kioskguard.adapter.xfs.manager.Execution;
import dev.kioskguard.adapter.xfs.manager.Session;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plain key presses, by one {@code GET_DATA} after the other until closed. It steps aside for a PIN entry. Thread-safe;
 * keys are reported on the loop.
 */
final class KeyReport implements PinPad.KeyListening {

    /** How long one entry lasts. It is begun again at once; no end at all would wait for a forgetful provider. */
    private static final Duration ROUND = Duration.ofMinutes(10);

    /** After so many keys an entry ends, as a provider refuses one that nothing ends, and gathers all its keys. */
    private static final int ROUND_KEYS = 200;

    /** Between entries that brought nothing, so that a provider that refuses them is not asked at full speed. */
    private static final Duration RESTART_WAIT = Duration.ofMillis(500);

    private final Environment environment;
    private final Session session;
    private final XfsDevice pad;
    private final Set<Key> keys;
    private final Consumer<Key> pressed;

    private @Nullable Execution<Boolean> entry;
    private CompletableFuture<@Nullable Void> standstill = CompletableFuture.completedFuture(null);
    private boolean aside;
    private volatile boolean closed;
    private int pressedInRound;

    KeyReport(XfsDevice pad, Set<Key> keys, Consumer<Key> pressed) {
        this.environment = pad.session().environment();
        this.session = pad.session();
        this.pad = pad;
        this.keys = EnumSet.copyOf(keys);
        this.pressed = pressed;
    }

    /** Begins an entry unless one runs, is not wanted, or the pad is not there. */
    void go() {
        environment.run(() -> {
            if (entry == null && !aside && !closed && session.deviceStatus().isOnline()) {
                begin();
            }
        });
    }

    private void begin() {
        pressedInRound = 0;
        standstill = new CompletableFuture<>();
        Execution<Boolean> next = session.execute(
                pad,
                new Command<>(
                        "GET_DATA",
                        Pin.WFS_CMD_PIN_GET_DATA,
                        KeyMasks.activate(
                                session.struct("WFSPINGETDATA")
                                        .set("usMaxLen", ROUND_KEYS)
                                        .set("bAutoEnd", 1),
                                keys,
                                Set.of()),
                        ROUND,
                        Decoder.nothing(),
                        this::happened));
        entry = next;
        var unused = next.result().whenComplete((done, failure) -> ended(failure));
    }

    private void happened(XfsEvent event) {
        Snapshot key = KeyMasks.brought(event, pad);
        if (aside || closed || key == null) {
            return;
        }
        pressedInRound++;
        KeyMasks.key(key.view()).filter(keys::contains).ifPresent(pressed);
    }

    private void ended(@Nullable Throwable failure) {
        entry = null;
        Fault fault = failure instanceof DeviceException known ? known.fault() : null;
        standstill.complete(null);
        if (fault == Fault.UNSUPPORTED && keys.removeIf(KeyMasks::isFdk) && !keys.isEmpty()) {
            // A pad without keys beside the screen still has its digits.
            go();
        } else if (fault == Fault.TIMEOUT || (fault == null && pressedInRound > 0)) {
            go();
        } else {
            var unused = environment.later(RESTART_WAIT, this::go);
        }
    }

    /** Stops until told to go on; completes when the pad is free. */
    CompletableFuture<@Nullable Void> stepAside() {
        CompletableFuture<@Nullable Void> free = new CompletableFuture<>();
        environment.run(() -> {
            aside = true;
            var unused = standstill.whenComplete((done, failure) -> free.complete(null));
            if (entry != null) {
                entry.cancel();
            }
        });
        return free;
    }

    void goOn() {
        environment.run(() -> {
            aside = false;
            go();
        });
    }

    @Override
    public void close() {
        closed = true;
        environment.run(() -> {
            if (entry != null) {
                entry.cancel();
            }
        });
    }

    boolean isClosed() {
        return closed;
    }
}
