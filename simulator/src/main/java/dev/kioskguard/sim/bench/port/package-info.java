/**
 * What the bench has its hands on, handed in by whoever sets the simulation up.
 */
@NullMarked
package dev.kioskguard.sim.bench.port;

import org.jspecify.annotations.NullMarked;
