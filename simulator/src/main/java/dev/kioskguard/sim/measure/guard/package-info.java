/**
 * What a step and a whole transfer cost the guard, against the least that a durable line can cost.
 */
@NullMarked
package dev.kioskguard.sim.measure.guard;

import org.jspecify.annotations.NullMarked;
