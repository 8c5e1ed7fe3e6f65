/**
 * Stories: what happens at a terminal in steps, and what must be true after them, on whatever stage they are played.
 */
@NullMarked
package dev.kioskguard.sim.story;

import org.jspecify.annotations.NullMarked;
