package dev.kioskguard.sim.example;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.transfer.TransferRequest;

/** What {@link JxfsAtm} asks of its bank's host, far away. */
public interface JxfsHost {

    /** Returns the name of the pad's key for PINs. */
    String pinKey();

    /** Returns what the bank calls a card by, which is not its number. */
    String token(CardData card);

    /** Takes a transfer with its clearance; returns whether it was accepted. */
    boolean transfer(TransferRequest wish, String visit, PinBlock pin, String clearance);
}
