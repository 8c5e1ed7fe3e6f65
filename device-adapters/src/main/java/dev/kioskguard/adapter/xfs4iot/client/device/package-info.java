/** Drivers: the ports of the guard on services of XFS4IoT. */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.client.device;

import org.jspecify.annotations.NullMarked;
