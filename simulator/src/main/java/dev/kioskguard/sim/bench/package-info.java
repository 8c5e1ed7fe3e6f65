/**
 * The engineer's bench: the page and the control calls with which a person or a test plays customer, engineer and
 * thief.
 */
@NullMarked
package dev.kioskguard.sim.bench;

import org.jspecify.annotations.NullMarked;
