package dev.kioskguard.app.terminal;

import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A pad whose PIN entry ends when the test says so: with a PIN, with a failure, or by a card that is pulled. */
final class PlayedPad implements PinPad {

    private @Nullable CompletableFuture<Integer> entry;

    /** Returns whether a PIN is being keyed. */
    boolean isSecret() {
        return entry != null;
    }

    void finish(Random chance) {
        CompletableFuture<Integer> open = entry;
        if (open == null) {
            return;
        }
        switch (chance.nextInt(3)) {
            case 0 -> cancelPin();
            case 1 -> {
                entry = null;
                open.completeExceptionally(new DeviceException(DeviceException.Fault.TIMEOUT, "enter PIN", "nobody"));
            }
            default -> keyed();
        }
    }

    /** Ends the entry with a PIN. */
    void keyed() {
        CompletableFuture<Integer> open = entry;
        entry = null;
        if (open != null) {
            open.complete(4);
        }
    }

    @Override
    public KeyListening listen(Set<Key> keys, Consumer<Key> pressed) {
        return () -> {};
    }

    @Override
    public CompletionStage<Integer> enterPin(PinRules rules, Duration timeout, Consumer<PinStroke> stroke) {
        entry = new CompletableFuture<>();
        return entry;
    }

    @Override
    public void cancelPin() {
        CompletableFuture<Integer> open = entry;
        entry = null;
        if (open != null) {
            open.completeExceptionally(new DeviceException(DeviceException.Fault.CANCELED, "enter PIN", "card gone"));
        }
    }

    @Override
    public CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account, Duration timeout) {
        return CompletableFuture.completedFuture(new PinBlock(format, "00".repeat(8)));
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("played:pad");
    }

    @Override
    public DeviceStatus status() {
        return DeviceStatus.ONLINE;
    }

    @Override
    public void onStatus(Consumer<DeviceStatus> listener) {
        listener.accept(DeviceStatus.ONLINE);
    }

    @Override
    public void close() {}
}
