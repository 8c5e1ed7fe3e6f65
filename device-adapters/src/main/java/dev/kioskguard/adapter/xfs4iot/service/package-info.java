/**
 * The service-provider side of XFS4IoT (CWA 17852, 2024-3): a host on loopback that offers services to any number of
 * clients, keeps the order and the time-outs of their commands, and lets no client harm another.
 *
 * <p>What the devices behind it are is not known here.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.service;

import org.jspecify.annotations.NullMarked;
