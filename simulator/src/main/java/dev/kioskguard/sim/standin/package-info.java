/**
 * A stand-in for the customer's browser: it renders nothing and answers nothing, and proves every channel in due time.
 */
@NullMarked
package dev.kioskguard.sim.standin;

import org.jspecify.annotations.NullMarked;
