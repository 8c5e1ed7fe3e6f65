package dev.kioskguard.sim.bank.app;

import dev.kioskguard.device.PinBlock;
import java.util.Optional;

/** What the bank knows of the cards it has issued. */
public interface Issuer {

    /** Finds a card's number by what a receipt prints of it. */
    Optional<String> numberOf(String masked);

    /** Says whether the customer is on the bank's list of elders. */
    boolean isElder(String number);

    /** Tells which of the pad's keys a PIN block in format 0 is made under. */
    String pinKey();

    boolean isPinRight(PinBlock block, String number);
}
