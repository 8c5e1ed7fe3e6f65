/**
 * The simulation put together: guard, software terminal, bank, stand-in and bench in one process, over the real wire.
 */
@NullMarked
package dev.kioskguard.sim.whole;

import org.jspecify.annotations.NullMarked;
