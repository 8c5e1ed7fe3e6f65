package dev.kioskguard.adapter.opencv.look;

import java.util.Locale;

/** So many of so many, with Wilson's 95 % interval, which is honest for few and for all of them. */
public record Proportion(long hits, long all) {
    private static final double Z = 1.959964;

    public Proportion {
        if (hits < 0 || hits > all) {
            throw new IllegalArgumentException(hits + " of " + all);
        }
    }

    public double share() {
        return all == 0 ? Double.NaN : (double) hits / all;
    }

    public double low() {
        return bound(-1);
    }

    public double high() {
        return bound(1);
    }

    private double bound(int side) {
        double squared = Z * Z;
        double middle = share() + squared / (2 * all);
        double half = Z * Math.sqrt(share() * (1 - share()) / all + squared / (4.0 * all * all));
        return Math.max(0, Math.min(1, (middle + side * half) / (1 + squared / all)));
    }

    /** Such as {@code 0.74 [0.57, 0.85] 25/34}; a dash for none of none. */
    @Override
    public String toString() {
        return all == 0
                ? "-"
                : String.format(Locale.ROOT, "%.2f [%.2f, %.2f] %d/%d", share(), low(), high(), hits, all);
    }
}
