/** What the customer waits for at the screen: the page in a real browser, behind the listener of production. */
@NullMarked
package dev.kioskguard.sim.measure.page;

import org.jspecify.annotations.NullMarked;
