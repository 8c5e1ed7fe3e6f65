/** What a fleet watches of a machine: counts of today, waits and times, and nothing of anybody. */
@NullMarked
package dev.kioskguard.app.metrics;

import org.jspecify.annotations.NullMarked;
