/**
 * A camera in software whose pictures are a real stream: clips, folders, other streams, or the engineer's own webcam.
 */
@NullMarked
package dev.kioskguard.sim.camera;

import org.jspecify.annotations.NullMarked;
