/**
 * All that the guard knows between two events, as immutable values.
 */
@NullMarked
package dev.kioskguard.guard.state;

import org.jspecify.annotations.NullMarked;
