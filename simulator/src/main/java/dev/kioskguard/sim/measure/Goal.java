package dev.kioskguard.sim.measure;

/** What a figure has to keep to: the median where it stands alone, its ratio where it stands beside a peer. */
public record Goal(Sense sense, double limit) {

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

    public static Goal atMost(double limit) {
        return new Goal(Sense.AT_MOST, limit);
    }

    public static Goal atLeast(double limit) {
        return new Goal(Sense.AT_LEAST, limit);
    }

    boolean isReachedBy(double value) {
        return sense == Sense.AT_MOST ? value <= limit : value >= limit;
    }
}
