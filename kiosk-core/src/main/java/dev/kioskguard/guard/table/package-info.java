/**
 * The mandatory prompt as a table that a compliance officer can read: where a transfer stands, what happened, where it
 * goes.
 */
@NullMarked
package dev.kioskguard.guard.table;

import org.jspecify.annotations.NullMarked;
