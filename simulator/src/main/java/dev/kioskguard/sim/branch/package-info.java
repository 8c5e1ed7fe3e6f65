/**
 * The branch that a simulated machine stands in: its broker, the wire to it and one desk for all machines.
 */
@NullMarked
package dev.kioskguard.sim.branch;

import org.jspecify.annotations.NullMarked;
