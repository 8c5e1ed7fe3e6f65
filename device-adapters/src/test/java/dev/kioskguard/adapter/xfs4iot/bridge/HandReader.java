package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Reported;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A card reader in a test's hands. */
final class HandReader extends HandDevice implements CardReader {

    final Reported<CardPlace> place = new Reported<>(CardPlace.NONE);
    final AtomicInteger cancelled = new AtomicInteger();

    @Override
    public CompletionStage<CardData> accept(Duration timeout) {
        return ask("accept", timeout);
    }

    @Override
    public void cancelAccept() {
        cancelled.incrementAndGet();
    }

    @Override
    public CompletionStage<Void> eject(Duration timeout) {
        return ask("eject", timeout);
    }

    @Override
    public CompletionStage<Void> retain(Duration timeout) {
        return ask("retain", timeout);
    }

    @Override
    public CompletionStage<byte[]> chip(byte[] command, Duration timeout) {
        return ask("chip " + HexFormat.of().formatHex(command), timeout);
    }

    @Override
    public CardPlace place() {
        return place.get();
    }

    @Override
    public void onPlace(Consumer<CardPlace> listener) {
        place.onChange(listener);
    }
}
