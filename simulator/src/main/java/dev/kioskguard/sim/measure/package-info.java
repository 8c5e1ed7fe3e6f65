/**
 * What the house promises in figures, and the figures: each a median and a slow end, beside its peer of the same run.
 */
@NullMarked
package dev.kioskguard.sim.measure;

import org.jspecify.annotations.NullMarked;
