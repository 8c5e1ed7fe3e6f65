/**
 * Services of XFS4IoT as a client sees them: where they are, what they can do, how they are, and commands to them over
 * a connection that comes back by itself.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.client;

import org.jspecify.annotations.NullMarked;
