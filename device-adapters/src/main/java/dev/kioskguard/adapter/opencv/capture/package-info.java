/**
 * Pictures from wherever they come, one after another, upright and covered before anything else has them.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.capture;

import org.jspecify.annotations.NullMarked;
