/**
 * The people of a branch that there is only for trying things out.
 */
@NullMarked
package dev.kioskguard.sim.staff;

import org.jspecify.annotations.NullMarked;
