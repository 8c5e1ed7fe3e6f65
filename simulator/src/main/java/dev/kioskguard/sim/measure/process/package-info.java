/**
 * What the verbs cost as processes of their own: the time until they serve, the memory they hold.
 */
@NullMarked
package dev.kioskguard.sim.measure.process;

import org.jspecify.annotations.NullMarked;
