/**
 * Customers as characters: what each of them does about a screen, and how soon.
 */
@NullMarked
package dev.kioskguard.sim.story.persona;

import org.jspecify.annotations.NullMarked;
