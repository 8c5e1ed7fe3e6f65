/**
 * One connection to an XFS4IoT service: its socket, its commands, its waits and limits.
 *
 * <p>Everything that a connection knows is touched by one thread only, the loop of its {@code Environment}.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.client.connection;

import org.jspecify.annotations.NullMarked;
