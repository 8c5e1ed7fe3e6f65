/**
 * The command line of the guard, its configuration and its wiring: the only place that makes the big things, starts
 * threads and reads a clock.
 */
@NullMarked
package dev.kioskguard.app;

import org.jspecify.annotations.NullMarked;
