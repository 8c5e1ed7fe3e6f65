package dev.kioskguard.sim.measure;

/**
 * What a figure has to keep to.
 *
 * @param of what has to, where it stands alone; beside a peer it is the ratio of the medians
 */
public record Goal(Sense sense, double limit, Of of) {

    /** Which side of the limit is the good one. */
    public enum Sense {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Which of many measurements counts. */
    public enum Of {
        MEDIAN(""),
        P95("p95 "),
        P99("p99 ");

        private final String word;

        Of(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Goal atMost(double limit) {
        return new Goal(Sense.AT_MOST, limit, Of.MEDIAN);
    }

    public static Goal atLeast(double limit) {
        return new Goal(Sense.AT_LEAST, limit, Of.MEDIAN);
    }

    /** A limit for what 95 of 100 measurements do not exceed. */
    public static Goal p95AtMost(double limit) {
        return new Goal(Sense.AT_MOST, limit, Of.P95);
    }

    /** A limit for what 99 of 100 measurements do not exceed. */
    public static Goal p99AtMost(double limit) {
        return new Goal(Sense.AT_MOST, limit, Of.P99);
    }

    double of(Spread spread) {
        return switch (of) {
            case MEDIAN -> spread.median();
            case P95 -> spread.p95();
            case P99 -> spread.p99();
        };
    }

    boolean isReachedBy(double value) {
        return sense == Sense.AT_MOST ? value <= limit : value >= limit;
    }
}
