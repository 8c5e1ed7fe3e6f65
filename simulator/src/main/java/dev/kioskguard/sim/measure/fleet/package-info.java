/**
 * Many machines of one branch at one broker: what each costs, and how long a page takes among them. Each has a line of
 * its own, the one that a real machine has, and tells what a real machine tells; a guard it has none.
 */
@NullMarked
package dev.kioskguard.sim.measure.fleet;

import org.jspecify.annotations.NullMarked;
