/**
 * What the camera and the keypad let one see of the customer: signals with a name, never pictures.
 */
@NullMarked
package dev.kioskguard.vision;

import org.jspecify.annotations.NullMarked;
