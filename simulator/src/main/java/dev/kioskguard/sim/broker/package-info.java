/**
 * A real broker on this machine, and a wire to it, both of which can be broken on purpose.
 */
@NullMarked
package dev.kioskguard.sim.broker;

import org.jspecify.annotations.NullMarked;
