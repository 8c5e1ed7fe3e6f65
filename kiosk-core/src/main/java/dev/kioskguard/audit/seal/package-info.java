/**
 * Keys that hide the personal part of a line: one a visit, wrapped by one of the terminal, thrown away to forget.
 */
@NullMarked
package dev.kioskguard.audit.seal;

import org.jspecify.annotations.NullMarked;
