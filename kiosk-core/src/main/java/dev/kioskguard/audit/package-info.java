/**
 * The journal: what happened, one line after another, each bound to the line before it so that a change shows.
 */
@NullMarked
package dev.kioskguard.audit;

import org.jspecify.annotations.NullMarked;
