/**
 * The disk that a guard's journal lies on, as it is on a bad day.
 */
@NullMarked
package dev.kioskguard.sim.disk;

import org.jspecify.annotations.NullMarked;
