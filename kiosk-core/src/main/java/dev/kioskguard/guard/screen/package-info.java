/**
 * What the customer is shown, as values: which text, which answers, which keys, from when and until when.
 */
@NullMarked
package dev.kioskguard.guard.screen;

import org.jspecify.annotations.NullMarked;
