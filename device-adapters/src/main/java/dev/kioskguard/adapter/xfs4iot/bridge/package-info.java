/**
 * Devices of this machine on the XFS4IoT wire, whatever drives them: services over any implementation of the ports.
 *
 * <p>What the ports cannot do is not offered, and what they do not tell is not reported.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.bridge;

import org.jspecify.annotations.NullMarked;
