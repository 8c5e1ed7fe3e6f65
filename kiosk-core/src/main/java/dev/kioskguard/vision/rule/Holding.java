package dev.kioskguard.vision.rule;

import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A signal that holds.
 *
 * @param since the first frame that spoke for it
 * @param named whether what confirms it was seen, such as the phone at the head
 * @param lastTold the last frame that could tell whether it still holds
 * @param strength as it was last told
 * @param reasons as they were last told
 */
record Holding(Signal signal, Instant since, boolean named, Instant lastTold, double strength, List<String> reasons) {

    /** A hand that stays at the head for so long is at a phone, seen or not. */
    static final Duration LONG_FROM = Duration.ofSeconds(6);

    /** A hand at the head that may be no phone is never evidence. */
    static final double SOFT_MAX = 0.45;

    Holding {
        reasons = List.copyOf(reasons);
    }

    boolean isLong() {
        return !since.plus(LONG_FROM).isAfter(lastTold);
    }

    /** Returns this after one more frame. */
    Holding after(Mark mark, boolean confirmed) {
        Instant told = mark.is(Mark.Say.UNKNOWN) ? lastTold : mark.at();
        return new Holding(signal, since, named || confirmed, told, strength, reasons);
    }

    /** Returns this as it is told now. */
    Holding telling(double nowStrength, List<String> nowReasons) {
        return new Holding(signal, since, named, lastTold, nowStrength, nowReasons);
    }

    SignalChange change() {
        return new SignalChange(signal, true, since, strength, reasons);
    }

    SignalChange ended(String why) {
        return new SignalChange(signal, false, since, 0, why.isEmpty() ? List.of() : List.of(why));
    }

    /** Returns whether this is news to whoever was told of {@code before}: it became evidence, or another thing. */
    boolean isNewsAfter(Holding before) {
        return change().isEvident() != before.change().isEvident() || !reasons.equals(before.reasons);
    }
}
