/**
 * The two pages in a real browser: what the customer sees on the screen and what the engineer sees on the bench.
 * Skipped, with the reason, where no Chromium is installed.
 */
@NullMarked
package dev.kioskguard.sim.browser;

import org.jspecify.annotations.NullMarked;
