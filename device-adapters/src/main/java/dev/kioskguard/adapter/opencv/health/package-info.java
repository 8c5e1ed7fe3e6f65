/**
 * Whether the camera shows what is before it: a few numbers of a picture, and what they mean over time.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.health;

import org.jspecify.annotations.NullMarked;
