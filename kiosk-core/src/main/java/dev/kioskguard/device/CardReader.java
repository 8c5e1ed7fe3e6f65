package dev.kioskguard.device;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The card reader (CEN/XFS {@code IDC}, XFS4IoT {@code CardReader}), reduced to what the guard needs.
 *
 * <p>One operation at a time; a second one fails with {@code BUSY}. Every stage fails with {@link DeviceException}.
 */
public interface CardReader extends Device {

    /** Waits for a card, takes it in and reads it. An unreadable card fails with {@code INVALID_MEDIA}. */
    CompletionStage<CardData> accept(Duration timeout);

    /** Ends a wait for a card, which then fails with {@code CANCELED}; without one it does nothing. */
    void cancelAccept();

    /** Moves the card to the exit; completes when it can be taken, not when it has been. */
    CompletionStage<Void> eject(Duration timeout);

    /** Moves the card to the retain bin. */
    CompletionStage<Void> retain(Duration timeout);

    /** Exchanges one command with the card's chip (ISO 7816-4); bytes in, bytes out. */
    CompletionStage<byte[]> chip(byte[] command, Duration timeout);

    /** Returns where the card is, as last reported. */
    CardPlace place();

    /** Registers the one listener for changes of {@link #place()}. */
    void onPlace(Consumer<CardPlace> listener);

    /** Where a card can be; XFS4IoT {@code cardReader.media}. */
    enum CardPlace {
        NONE,
        INSIDE,
        AT_EXIT,
        JAMMED,
        UNKNOWN
    }
}
