package dev.kioskguard.app.config;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the configuration stands, as health reports it.
 *
 * @param goodSince when what counts now began to count
 * @param refusal why the file as it lies there does not count; null when it does
 */
public record ConfigStatus(Instant goodSince, @Nullable Refusal refusal) {

    /** A file that was read and refused; what counted before still counts. */
    public record Refusal(Instant at, List<String> complaints) {
        public Refusal {
            complaints = List.copyOf(complaints);
        }
    }
}
