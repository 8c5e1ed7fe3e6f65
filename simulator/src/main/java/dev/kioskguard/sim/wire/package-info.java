/**
 * The terminal in software as XFS4IoT services: the far end of the wire on which the production adapters run unchanged.
 *
 * <p>Each service translates between messages and the truth of one device, and behaves as badly as its fault says.
 */
@NullMarked
package dev.kioskguard.sim.wire;

import org.jspecify.annotations.NullMarked;
