/**
 * The guard at work: one thread, one bounded inbox, each step written down before it is carried out.
 */
@NullMarked
package dev.kioskguard.guard.run;

import org.jspecify.annotations.NullMarked;
