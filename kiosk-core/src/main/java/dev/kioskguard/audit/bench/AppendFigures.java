package dev.kioskguard.audit.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long appends took.
 *
 * @param journal a line of the journal, durable
 * @param bare the same bytes at the end of a plain file, with one flush to the disk
 */
public record AppendFigures(Spread journal, Spread bare) {

    /** Returns how many times the bare append's median the journal's is. */
    public double ratio() {
        return (double) journal.median().toNanos() / Math.max(1, bare.median().toNanos());
    }

    /** The middle and the slow end of many measurements. */
    public record Spread(Duration median, Duration p99) {

        static Spread of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Spread(
                    Duration.ofNanos(sorted[sorted.length / 2]), Duration.ofNanos(sorted[sorted.length * 99 / 100]));
        }
    }
}
