/** What staff wait for at the desk, and customers for staff: pages in real browsers, a real guard and a real broker. */
@NullMarked
package dev.kioskguard.sim.measure.desk;

import org.jspecify.annotations.NullMarked;
