package dev.kioskguard.app.terminal;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPad.KeyListening;
import dev.kioskguard.device.PinPad.PinRules;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardRunner;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The PIN pad in its two uses, which exclude each other: plain keys for the guard, a PIN that nobody sees. */
public final class Pad {

    private static final PinRules RULES = new PinRules(4, 12);
    private static final Duration ENTRY_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration BLOCK_TIMEOUT = Duration.ofSeconds(10);

    private final PinPad pad;
    private final Eyes eyes;
    private final GuardRunner guard;
    private @Nullable KeyListening listening;
    private boolean wanted;
    private boolean secret;
    private boolean canceled;

    public Pad(PinPad pad, Eyes eyes, GuardRunner guard) {
        this.pad = pad;
        this.eyes = eyes;
        this.guard = guard;
    }

    Eyes eyes() {
        return eyes;
    }

    /** Reads plain keys, or stops reading them; while a PIN is keyed the wish is kept for later. */
    synchronized void listen(boolean on) {
        wanted = on;
        settle();
    }

    private void settle() {
        boolean now = wanted && !secret;
        KeyListening open = listening;
        if (now && open == null) {
            listening = pad.listen(EnumSet.allOf(Key.class), this::pressed);
        } else if (!now && open != null) {
            listening = null;
            open.close();
        }
    }

    private void pressed(Key key) {
        var unused = guard.offer(at -> new GuardEvent.KeyPressed(at, key)).toCompletableFuture();
    }

    /** Takes a PIN: first the camera has stopped, then the pad begins. */
    CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account) {
        if (!beginSecret()) {
            return CompletableFuture.failedFuture(
                    new DeviceException(DeviceException.Fault.BUSY, "pin block", "a PIN is being keyed already"));
        }
        return eyes.cover()
                .thenCompose(covered -> enterPin())
                .thenCompose(digits -> pad.pinBlock(format, key, account, BLOCK_TIMEOUT))
                .whenComplete((block, failed) -> {
                    eyes.uncover();
                    endSecret();
                });
    }

    private CompletionStage<Integer> enterPin() {
        synchronized (this) {
            if (canceled) {
                return CompletableFuture.failedFuture(
                        new DeviceException(DeviceException.Fault.CANCELED, "pin block", "the card is gone"));
            }
        }
        return pad.enterPin(RULES, ENTRY_TIMEOUT, stroke -> {});
    }

    /** Ends a PIN entry that nobody will finish, because the card is gone; also one that waits for the camera. */
    void cancelPin() {
        synchronized (this) {
            canceled = true;
        }
        pad.cancelPin();
    }

    private synchronized boolean beginSecret() {
        if (secret) {
            return false;
        }
        secret = true;
        canceled = false;
        settle();
        return true;
    }

    private synchronized void endSecret() {
        secret = false;
        settle();
    }
}
