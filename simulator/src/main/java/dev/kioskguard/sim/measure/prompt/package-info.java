/**
 * How far somebody gets who does not read, screen by screen, and how long somebody needs who does.
 */
@NullMarked
package dev.kioskguard.sim.measure.prompt;

import org.jspecify.annotations.NullMarked;
