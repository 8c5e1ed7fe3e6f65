/**
 * The calls of the native libraries under their own names, the one gate for what they return, and their results.
 */
@NullMarked
package dev.kioskguard.adapter.xfs.library;

import org.jspecify.annotations.NullMarked;
