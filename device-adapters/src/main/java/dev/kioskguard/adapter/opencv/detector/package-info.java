/**
 * What looks at one frame: the seam between where frames come from and what is made of them.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.detector;

import org.jspecify.annotations.NullMarked;
