/**
 * How fast and how large the side of the camera is. The frames are drawn: what a network costs does not depend on what
 * it sees.
 */
@NullMarked
package dev.kioskguard.sim.measure.look;

import org.jspecify.annotations.NullMarked;
