/**
 * The transfer that is asked for: who, to whom, how much, when the money moves, and how it may end.
 */
@NullMarked
package dev.kioskguard.transfer;

import org.jspecify.annotations.NullMarked;
