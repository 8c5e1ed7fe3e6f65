package dev.kioskguard.guard.state;

import java.time.Instant;
import java.util.Locale;

/** Something that only the bank can do, asked for once and acknowledged once. */
public record BankRequest(String id, Kind kind, String sessionId, String transferId, Instant at) {

    /** What may be asked of the bank, by the contract's words. */
    public enum Kind {
        RETURN_CARD,
        RETAIN_CARD,
        CANCEL,
        STOP_PAYMENT,
        LOCK_CARD,
        PRINT,
        SHOW_SCREEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
