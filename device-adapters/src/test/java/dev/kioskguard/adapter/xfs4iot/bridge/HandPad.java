package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A PIN pad in a test's hands. */
final class HandPad extends HandDevice implements PinPad {

    final AtomicInteger cancelled = new AtomicInteger();
    volatile Consumer<PinStroke> stroke = ignored -> {};
    volatile Consumer<Key> pressed = ignored -> {};
    volatile Set<Key> listened = Set.of();

    @Override
    public CompletionStage<Integer> enterPin(PinRules rules, Duration timeout, Consumer<PinStroke> stroke) {
        this.stroke = stroke;
        return ask("pin of %d to %d".formatted(rules.digitsMin(), rules.digitsMax()), timeout);
    }

    @Override
    public void cancelPin() {
        cancelled.incrementAndGet();
    }

    @Override
    public CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account, Duration timeout) {
        return ask("%s under %s of %s".formatted(format, key, account), timeout);
    }

    @Override
    public KeyListening listen(Set<Key> keys, Consumer<Key> pressed) {
        listened = keys;
        this.pressed = pressed;
        return () -> listened = Set.of();
    }
}
