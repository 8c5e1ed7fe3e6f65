/**
 * The camera watched: a lookout, the rules that turn its sightings into signals, and what to say while it is silent.
 */
@NullMarked
package dev.kioskguard.vision.watch;

import org.jspecify.annotations.NullMarked;
