/**
 * How the simulator's clients speak to the guard: JSON calls with a bearer token, and server-sent events.
 */
@NullMarked
package dev.kioskguard.sim.http;

import org.jspecify.annotations.NullMarked;
