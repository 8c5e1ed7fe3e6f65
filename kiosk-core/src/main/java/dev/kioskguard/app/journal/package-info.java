/**
 * What an auditor does with a journal from the command line: read it, and see whether it still is what was written.
 */
@NullMarked
package dev.kioskguard.app.journal;

import org.jspecify.annotations.NullMarked;
