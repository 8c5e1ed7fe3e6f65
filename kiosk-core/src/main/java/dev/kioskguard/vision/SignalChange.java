package dev.kioskguard.vision;

import java.time.Instant;
import java.util.List;

/**
 * A signal that has begun, has become stronger or weaker as evidence, or has ended. Immutable.
 *
 * @param holds false once it has ended
 * @param since when it began; it stays the same until the end
 * @param strength 0 to 1; from {@link #EVIDENT} on it is evidence, below it only a reason to be careful
 * @param reasons codes of what speaks for it, or of why it ended, each with words in the pack: {@code phone-at-head}
 */
public record SignalChange(Signal signal, boolean holds, Instant since, double strength, List<String> reasons) {

    /** From which strength on a signal counts as evidence against a transfer. */
    public static final double EVIDENT = 0.5;

    /** Reasons that a change may have. */
    public static final int REASONS_MAX = 4;

    public SignalChange {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength is from 0 to 1, not " + strength);
        }
        if (reasons.size() > REASONS_MAX) {
            throw new IllegalArgumentException("a change has at most " + REASONS_MAX + " reasons");
        }
        reasons = List.copyOf(reasons);
    }

    /** Returns a signal of full strength that begins or ends without anything more being known of it. */
    public static SignalChange plain(Signal signal, boolean holds, Instant at) {
        return new SignalChange(signal, holds, at, holds ? 1 : 0, List.of());
    }

    /** Returns whether this counts as evidence. */
    public boolean isEvident() {
        return holds && strength >= EVIDENT;
    }
}
