package dev.kioskguard.sim.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * The middle and the slow end of many measurements.
 *
 * @param low the lower end of where the true median lies, 95 times of 100, whatever the measurements are spread like
 * @param high the upper end
 * @param p95 what 95 of 100 measurements do not miss: a time that is not longer, a rate that is not lower
 * @param p99 what 99 of 100 measurements do not miss: a time that is not longer, a rate that is not lower
 */
public record Spread(String unit, double median, double low, double high, double p95, double p99) {

    private static final double NANOS_A_MICRO = 1_000;

    /** Half of the two-sided 95 % of the normal distribution that the binomial one comes to. */
    private static final double HALF_WIDTH = 1.96 / 2;

    /** Returns what is counted or worked out, and would be the same a second time. */
    public static Spread exact(String unit, double value) {
        return new Spread(unit, value, value, value, value, value);
    }

    /** Returns the spread of times, in microseconds. */
    public static Spread micros(long[] nanos) {
        return micros(Arrays.stream(nanos));
    }

    /** Returns the spread of times, in microseconds. */
    public static Spread micros(Collection<Long> nanos) {
        return micros(nanos.stream().mapToLong(Long::longValue));
    }

    private static Spread micros(LongStream nanos) {
        return times("µs", nanos.mapToDouble(n -> n / NANOS_A_MICRO).toArray());
    }

    /** Returns the spread of what is better the less it is. */
    public static Spread times(String unit, double[] measured) {
        return spread(unit, measured, measured.length * 95 / 100, measured.length * 99 / 100);
    }

    /** Returns the spread of what is better the more it is. */
    public static Spread rates(String unit, double[] measured) {
        return spread(unit, measured, measured.length * 5 / 100, measured.length / 100);
    }

    private static Spread spread(String unit, double[] measured, int slow, int slowEnd) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        int width = (int) Math.ceil(HALF_WIDTH * Math.sqrt(sorted.length));
        return new Spread(
                unit,
                sorted[middle],
                sorted[Math.max(0, middle - width)],
                sorted[Math.min(sorted.length - 1, middle + width)],
                sorted[slow],
                sorted[slowEnd]);
    }
}
