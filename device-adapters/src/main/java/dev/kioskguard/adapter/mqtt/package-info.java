/**
 * Pages over a message broker that speaks MQTT 5 (OASIS, 2019): retained until they are over, at least once, by TLS and
 * certificates off loopback. The broker is trusted with nothing but carrying.
 */
@NullMarked
package dev.kioskguard.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
