/**
 * The bank's application where it owns the terminal itself, and lends screen and keys to the guard (ownership beside).
 */
@NullMarked
package dev.kioskguard.sim.bank.beside;

import org.jspecify.annotations.NullMarked;
