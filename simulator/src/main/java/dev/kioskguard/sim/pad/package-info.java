/**
 * The encrypting PIN pad: keypad, keys and PIN blocks in one body that the clear PIN never leaves.
 *
 * <p>What the issuer needs to check a PIN stands here too, because the two share keys; it is the other end of the
 * secret, never a way around it.
 */
@NullMarked
package dev.kioskguard.sim.pad;

import org.jspecify.annotations.NullMarked;
