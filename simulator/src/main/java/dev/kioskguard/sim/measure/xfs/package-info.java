/** What the native binding costs, against the native manager in software. */
@NullMarked
package dev.kioskguard.sim.measure.xfs;

import org.jspecify.annotations.NullMarked;
