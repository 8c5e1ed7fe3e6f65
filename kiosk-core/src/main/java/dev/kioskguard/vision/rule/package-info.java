/**
 * When sightings become a signal: windows of time over frames, with names and bounds, and nothing that reads a clock.
 */
@NullMarked
package dev.kioskguard.vision.rule;

import org.jspecify.annotations.NullMarked;
