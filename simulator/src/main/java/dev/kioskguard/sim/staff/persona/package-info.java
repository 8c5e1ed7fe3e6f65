/**
 * How the staff of a branch behave when a page calls them, whoever carries it out.
 */
@NullMarked
package dev.kioskguard.sim.staff.persona;

import org.jspecify.annotations.NullMarked;
