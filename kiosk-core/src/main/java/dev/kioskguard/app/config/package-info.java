/**
 * Configuration: what {@code config/kiosk.yaml} says about one terminal, checked before any of it counts, and read
 * again while the guard runs.
 */
@NullMarked
package dev.kioskguard.app.config;

import org.jspecify.annotations.NullMarked;
