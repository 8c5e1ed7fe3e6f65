/**
 * Waiting, in wall time and bounded, for what others bring about.
 */
@NullMarked
package dev.kioskguard.sim.wait;

import org.jspecify.annotations.NullMarked;
