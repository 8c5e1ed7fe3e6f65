/**
 * What a stage shows: which question comes next, which text, which answers on which keys, from when and until when.
 */
@NullMarked
package dev.kioskguard.guard.show;

import org.jspecify.annotations.NullMarked;
