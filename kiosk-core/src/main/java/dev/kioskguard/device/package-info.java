/**
 * Ports: what the hardware of a terminal can do, in plain words and no wider than the guard needs.
 */
@NullMarked
package dev.kioskguard.device;

import org.jspecify.annotations.NullMarked;
