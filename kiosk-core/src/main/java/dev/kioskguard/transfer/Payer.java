package dev.kioskguard.transfer;

import org.jspecify.annotations.Nullable;

/**
 * Who pays, as far as the bank's application tells. What is null is unknown: it lowers nothing and raises nothing.
 *
 * @param masked the payer's account as a receipt prints it
 */
public record Payer(
        @Nullable String masked,
        @Nullable String bank,
        @Nullable String region,
        History history) {

    public static final Payer UNKNOWN = new Payer(null, null, null, History.UNKNOWN);

    /** Returns the group of customers that a content pack may aim at: the issuer's own word, or its flag. */
    public String group() {
        String elder = Boolean.TRUE.equals(history.elder()) ? "elder" : "standard";
        return history.customerClass() == null ? elder : history.customerClass();
    }

    @Override
    public String toString() {
        return "Payer[hidden, " + history + "]";
    }

    /**
     * What the host knows of this customer and this day.
     *
     * @param customerClass the issuer's own word for the kind of customer, by which a policy may set thresholds
     * @param elder the issuer's own flag; never guessed from a picture
     * @param dayTotal minor units sent today, this transfer included
     * @param balanceShare share of the balance that this transfer takes, 0 to 1
     * @param anomaly the host's own flag
     */
    public record History(
            @Nullable String customerClass,
            @Nullable Boolean elder,
            @Nullable Long dayTotal,
            @Nullable Double balanceShare,
            @Nullable Boolean anomaly) {

        public static final History UNKNOWN = new History(null, null, null, null, null);

        public History {
            if (dayTotal != null && dayTotal < 0) {
                throw new IllegalArgumentException("payer.dayTotal must not be negative");
            }
            if (balanceShare != null && !(balanceShare >= 0 && balanceShare <= 1)) {
                throw new IllegalArgumentException("payer.balanceShare must lie between 0 and 1");
            }
        }
    }
}
