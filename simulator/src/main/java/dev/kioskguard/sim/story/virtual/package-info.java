/**
 * A stage whose time is moved by hand: the real guard, journal and clearances, and small parts around them.
 */
@NullMarked
package dev.kioskguard.sim.story.virtual;

import org.jspecify.annotations.NullMarked;
