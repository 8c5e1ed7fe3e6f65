package dev.kioskguard.sim.bank.app;

import java.util.Optional;

/**
 * A customer's time at the terminal, as the application knows it.
 *
 * @param card the number, if the bank has issued it; never told to anybody
 */
public record Visit(String sessionId, Optional<String> card, Pin pin) {

    Visit with(Pin next) {
        return new Visit(sessionId, card, next);
    }

    @Override
    public String toString() {
        return "Visit[" + sessionId + ", " + pin + "]";
    }

    /** How far the PIN has come. */
    public enum Pin {
        AWAITED,
        RIGHT,
        /** Wrong too often, or not to be had: the card goes back. */
        FAILED
    }
}
