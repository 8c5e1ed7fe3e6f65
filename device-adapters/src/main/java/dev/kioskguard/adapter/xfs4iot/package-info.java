/**
 * XFS4IoT (CWA 17852): JSON over WebSocket, as client of real devices and as provider of software ones.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot;

import org.jspecify.annotations.NullMarked;
