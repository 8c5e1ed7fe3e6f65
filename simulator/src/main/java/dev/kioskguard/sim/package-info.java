/**
 * A terminal in software, at the other end of the wire.
 */
@NullMarked
package dev.kioskguard.sim;

import org.jspecify.annotations.NullMarked;
