/**
 * A stage in real time: the whole simulation, known only by its public calls.
 */
@NullMarked
package dev.kioskguard.sim.story.wire;

import org.jspecify.annotations.NullMarked;
