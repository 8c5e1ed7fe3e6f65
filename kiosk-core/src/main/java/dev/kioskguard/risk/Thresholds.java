package dev.kioskguard.risk;

/**
 * From where on something is much, for one class of customers.
 *
 * @param amountMinor minor units; above it an amount is large
 * @param dayTotalMinor minor units; above it a day's total is large
 * @param balanceShare 0 to 1; at or above it most of the balance leaves
 * @param transfers so many transfers within the policy's window are many
 */
public record Thresholds(long amountMinor, long dayTotalMinor, double balanceShare, int transfers) {}
