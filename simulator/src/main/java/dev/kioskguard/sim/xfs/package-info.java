/**
 * The controller of the native CEN/XFS manager in software, whose C sources stand beside this module's Java.
 */
@NullMarked
package dev.kioskguard.sim.xfs;

import org.jspecify.annotations.NullMarked;
