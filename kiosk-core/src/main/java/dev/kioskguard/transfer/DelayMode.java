package dev.kioskguard.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** When the money moves, by the word that outsiders use. */
public enum DelayMode {
    REAL_TIME("real-time"),
    TWO_HOURS("two-hours"),
    NEXT_DAY("next-day"),
    DAY("24-hours");

    private final String word;

    DelayMode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Returns the earliest instant at which the money may move; the next day begins at the terminal's midnight. */
    public Instant notBefore(Instant cleared, ZoneId zone) {
        return switch (this) {
            case REAL_TIME -> cleared;
            case TWO_HOURS -> cleared.plus(Duration.ofHours(2));
            case NEXT_DAY ->
                cleared.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
            case DAY -> cleared.plus(Duration.ofHours(24));
        };
    }

    public static Optional<DelayMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }
}
