/**
 * A whole simulated bank set up on a data directory: issuer, host, ledger and application.
 */
@NullMarked
package dev.kioskguard.sim.bank.setup;

import org.jspecify.annotations.NullMarked;
