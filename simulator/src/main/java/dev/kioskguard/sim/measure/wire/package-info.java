/**
 * What the device wire costs, against the plain socket under it.
 */
@NullMarked
package dev.kioskguard.sim.measure.wire;

import org.jspecify.annotations.NullMarked;
