/**
 * Looking at pictures, clips and streams on request: what each frame shows, and how often that is right where the
 * folders say what is in them.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.look;

import org.jspecify.annotations.NullMarked;
