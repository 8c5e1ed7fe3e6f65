/**
 * The native header of CEN/XFS 3.x in one place, with the standard's own names: structures, codes and constants.
 *
 * <p>Nothing here touches memory; the structures know where their members lie, for either pointer size.
 */
@NullMarked
package dev.kioskguard.adapter.xfs.header;

import org.jspecify.annotations.NullMarked;
