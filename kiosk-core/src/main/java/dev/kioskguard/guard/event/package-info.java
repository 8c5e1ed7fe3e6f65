/**
 * What comes to the guard and what goes out of it: events, effects, replies and the decision that binds them.
 */
@NullMarked
package dev.kioskguard.guard.event;

import org.jspecify.annotations.NullMarked;
