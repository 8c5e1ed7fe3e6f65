package dev.kioskguard.transfer;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units of its currency.
 *
 * @param currency ISO 4217 code
 * @param minor at least 1 and at most {@link #MINOR_MAX}
 */
public record Money(String currency, long minor) {

    /** A million million yuan in fen; more is a slip of somebody's program. */
    public static final long MINOR_MAX = 100_000_000_000_000L;

    public Money {
        if (minor < 1 || minor > MINOR_MAX) {
            throw new IllegalArgumentException("amount.minor must lie between 1 and " + MINOR_MAX);
        }
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("amount.currency must be an ISO 4217 code, such as CNY");
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Returns the amount in whole units with its decimals, such as 20000.00. */
    public BigDecimal units() {
        return BigDecimal.valueOf(
                minor, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /** Returns the amount as a Chinese bank prints it, with separators and without the currency: {@code 20,000.00}. */
    public String printed() {
        StringBuilder text = new StringBuilder(units().toPlainString());
        int point = text.indexOf(".");
        for (int at = (point < 0 ? text.length() : point) - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
