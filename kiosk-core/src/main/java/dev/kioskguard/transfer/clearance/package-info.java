/**
 * The clearance: a signed token over exactly one transfer, what a bank's host checks it with, and how the same keys
 * anchor the journal outside the machine. Whatever else is signed is signed in the same form.
 */
@NullMarked
package dev.kioskguard.transfer.clearance;

import org.jspecify.annotations.NullMarked;
