/** The ports of the guard at native CEN/XFS services. */
@NullMarked
package dev.kioskguard.adapter.xfs.device;

import org.jspecify.annotations.NullMarked;
