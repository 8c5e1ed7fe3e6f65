/**
 * The bank's host: verifies clearances as a real one would, moves the money when it is due, and keeps a durable ledger.
 */
@NullMarked
package dev.kioskguard.sim.bank.host;

import org.jspecify.annotations.NullMarked;
