package dev.kioskguard.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a guarded transfer ended, and everything that was said for it and against it.
 *
 * @param reasons codes in the order in which they came to bear, without repetition
 * @param release when the money may move; null unless cleared
 */
public record Verdict(
        EndState end,
        Tier tier,
        List<String> reasons,
        @Nullable Release release,
        Evidence evidence) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** When the money may move. */
    public record Release(DelayMode mode, Instant until) {}
}
