/**
 * From what single networks find to what a frame shows: named terms, weighed by a table that can be read.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.fuse;

import org.jspecify.annotations.NullMarked;
