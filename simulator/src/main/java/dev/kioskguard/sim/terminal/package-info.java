/**
 * The truth of the terminal in software: where the card is, what the keypad does with a key, what is lit, seen and
 * heard, and what is broken.
 *
 * <p>Plain and thread-safe; time and chance are handed in. Knows no wire: services and control calls stand on it.
 */
@NullMarked
package dev.kioskguard.sim.terminal;

import org.jspecify.annotations.NullMarked;
