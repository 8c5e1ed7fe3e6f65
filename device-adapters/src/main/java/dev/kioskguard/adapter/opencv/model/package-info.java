/**
 * The networks that look at a frame: where they come from, what they must be to the byte, and how they are made ready.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.model;

import org.jspecify.annotations.NullMarked;
