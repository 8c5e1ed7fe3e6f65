package dev.kioskguard.sim.measure;

import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param what what was done, in words for a table
 * @param peer the same without what is asked about, measured in turn with it; null where there is none
 */
public record Figure(
        String name, String what, Spread measured, @Nullable Spread peer, Goal goal) {

    /** Returns what the goal is about: the ratio of the medians, or what it names of the measurements alone. */
    public double value() {
        return peer == null ? goal.of(measured) : measured.median() / peer.median();
    }

    public boolean isReached() {
        return goal.isReachedBy(value());
    }
}
