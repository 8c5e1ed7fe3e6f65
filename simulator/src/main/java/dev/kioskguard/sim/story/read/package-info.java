/**
 * Stories out of YAML, with the line of each step, and what to write instead where one is not valid.
 */
@NullMarked
package dev.kioskguard.sim.story.read;

import org.jspecify.annotations.NullMarked;
