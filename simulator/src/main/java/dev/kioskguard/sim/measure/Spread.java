package dev.kioskguard.sim.measure;

import java.util.Arrays;

/**
 * The middle and the slow end of many measurements.
 *
 * @param p99 what 99 of 100 measurements do not miss: a time that is not longer, a rate that is not lower
 */
public record Spread(String unit, double median, double p99) {

    private static final double NANOS_A_MICRO = 1_000;

    /** Returns the spread of times, in microseconds. */
    public static Spread micros(long[] nanos) {
        return times(
                "µs", Arrays.stream(nanos).mapToDouble(n -> n / NANOS_A_MICRO).toArray());
    }

    /** Returns the spread of what is better the less it is. */
    public static Spread times(String unit, double[] measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Spread(unit, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    /** Returns the spread of what is better the more it is. */
    public static Spread rates(String unit, double[] measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Spread(unit, sorted[sorted.length / 2], sorted[sorted.length / 100]);
    }
}
