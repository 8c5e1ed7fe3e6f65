/**
 * What single networks find in a frame: faces, palms, a body, things. Positions are in pixels of the frame.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.detect;

import org.jspecify.annotations.NullMarked;
