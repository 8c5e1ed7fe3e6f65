/**
 * The guard itself, as a pure function: state and event in, state and effects out. No clock, no chance of its own.
 */
@NullMarked
package dev.kioskguard.guard.decide;

import org.jspecify.annotations.NullMarked;
