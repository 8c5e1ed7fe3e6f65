/**
 * The command line of the software terminal and its wiring: guard, terminal and bank in one process.
 */
@NullMarked
package dev.kioskguard.sim.app;

import org.jspecify.annotations.NullMarked;
