/**
 * The guard's steps as lines of the journal, and back: what is written, what is sealed, how a restart and an auditor
 * read it.
 */
@NullMarked
package dev.kioskguard.app.record;

import org.jspecify.annotations.NullMarked;
