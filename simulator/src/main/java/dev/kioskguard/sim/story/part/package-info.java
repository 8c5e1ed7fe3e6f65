/**
 * The small parts of a terminal, a bank and a branch that need no wire: time moved by hand, card slot, host and pages.
 */
@NullMarked
package dev.kioskguard.sim.story.part;

import org.jspecify.annotations.NullMarked;
