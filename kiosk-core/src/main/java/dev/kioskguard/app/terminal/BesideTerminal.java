package dev.kioskguard.app.terminal;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.web.bank.TerminalDevices;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A terminal whose hardware the bank's application runs; only the camera is the guard's. */
public final class BesideTerminal implements TerminalDevices {

    private final Eyes eyes;

    public BesideTerminal(Eyes eyes) {
        this.eyes = eyes;
    }

    @Override
    public CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account) {
        return notOurs("pin block");
    }

    @Override
    public CompletionStage<Void> returnCard() {
        return notOurs("return card");
    }

    @Override
    public CompletionStage<Void> retainCard() {
        return notOurs("retain card");
    }

    @Override
    public Optional<CardData> card() {
        return Optional.empty();
    }

    @Override
    public CompletionStage<byte[]> chip(byte[] command) {
        return notOurs("chip");
    }

    @Override
    public CompletionStage<Void> stopCamera() {
        return eyes.announced();
    }

    @Override
    public void resumeCamera() {
        eyes.over();
    }

    private static <T> CompletionStage<T> notOurs(String operation) {
        return CompletableFuture.failedFuture(new DeviceException(
                DeviceException.Fault.UNSUPPORTED, operation, "the bank's application owns this device"));
    }
}
