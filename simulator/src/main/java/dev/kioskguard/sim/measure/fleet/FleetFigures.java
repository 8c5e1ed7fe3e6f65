package dev.kioskguard.sim.measure.fleet;

import dev.kioskguard.sim.measure.Spread;

/**
 * What was measured with so many machines.
 *
 * @param load of this machine, the average of the minute before
 * @param connectSeconds from the first one's call until the desk knows of all
 * @param brokerKilobytes of resident memory that a machine adds to the broker
 * @param heapKilobytes that a machine holds where it is: its line, its pages and its thread, but not the thread's stack
 * @param heard milliseconds from a page until the desk has it
 * @param answered milliseconds from a page until somebody's word about it is back
 * @param again how many of either came more than once
 */
public record FleetFigures(
        int machines,
        double load,
        double connectSeconds,
        double brokerKilobytes,
        double heapKilobytes,
        int pages,
        Wait heard,
        Wait answered,
        int again) {

    /** The middle and the slow end of a wait, in milliseconds. */
    public record Wait(double p50, double p99) {

        static Wait of(double[] millis) {
            Spread spread = Spread.times("ms", millis);
            return new Wait(spread.median(), spread.p99());
        }
    }
}
