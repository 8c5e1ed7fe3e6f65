/**
 * Calling a person to the machine: one page a transfer, whom it calls, and what happens when nobody answers.
 */
@NullMarked
package dev.kioskguard.paging;

import org.jspecify.annotations.NullMarked;
