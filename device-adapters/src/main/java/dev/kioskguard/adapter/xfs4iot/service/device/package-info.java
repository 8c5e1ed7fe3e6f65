/**
 * What every service of a kind of device says alike, whoever does its work: its offers, its capabilities, its status.
 *
 * <p>The bridge to native drivers and the terminal in software both stand on it.
 */
@NullMarked
package dev.kioskguard.adapter.xfs4iot.service.device;

import org.jspecify.annotations.NullMarked;
