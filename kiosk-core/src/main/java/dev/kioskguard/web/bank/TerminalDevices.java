package dev.kioskguard.web.bank;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.PinBlock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What the bank's application may have done with the terminal's devices, where the guard owns them. Stages fail with
 * {@link dev.kioskguard.device.DeviceException}.
 */
public interface TerminalDevices {

    /** Stops the camera, lets the customer key a PIN, and returns its enciphered block. */
    CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account);

    CompletionStage<Void> returnCard();

    CompletionStage<Void> retainCard();

    /** Returns what was read from the card that is in the reader. */
    Optional<CardData> card();

    CompletionStage<byte[]> chip(byte[] command);

    /** Stops the camera; completes when no frame is taken any more. */
    CompletionStage<Void> stopCamera();

    /** Lets the camera look again, if a transfer is being guarded. */
    void resumeCamera();
}
