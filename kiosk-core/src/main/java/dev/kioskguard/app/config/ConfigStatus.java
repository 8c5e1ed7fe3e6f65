package dev.kioskguard.app.config;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the configuration stands, as health reports it.
 *
 * @param goodSince when what counts now began to count
 * @param refusal why the file as it lies there does not count; null when it does
 * @param unheeded what keeps a part of the guard from going by what counts; null when all of it does
 */
public record ConfigStatus(
        Instant goodSince,
        @Nullable Refusal refusal,
        @Nullable String unheeded) {

    public ConfigStatus(Instant goodSince, @Nullable Refusal refusal) {
        this(goodSince, refusal, null);
    }

    /** Returns whether the file counts as it lies there, for every part of the guard. */
    public boolean isWell() {
        return refusal == null && unheeded == null;
    }

    /** A file that was read and refused; what counted before still counts. */
    public record Refusal(Instant at, List<String> complaints) {
        public Refusal {
            complaints = List.copyOf(complaints);
        }
    }
}
