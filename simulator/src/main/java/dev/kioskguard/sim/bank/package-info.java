/**
 * A simulated bank: its application at the terminal, its host, and the files in which both survive a restart.
 */
@NullMarked
package dev.kioskguard.sim.bank;

import org.jspecify.annotations.NullMarked;
