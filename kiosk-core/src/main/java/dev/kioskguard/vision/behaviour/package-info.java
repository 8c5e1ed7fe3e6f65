/**
 * What the rhythm of keys and answers says of whoever presses them: times and kinds of strokes, never what was keyed.
 */
@NullMarked
package dev.kioskguard.vision.behaviour;

import org.jspecify.annotations.NullMarked;
