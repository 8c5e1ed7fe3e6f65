/**
 * The bank's application at the terminal. It speaks to the guard through nothing but the public API, over HTTP.
 */
@NullMarked
package dev.kioskguard.sim.bank.app;

import org.jspecify.annotations.NullMarked;
