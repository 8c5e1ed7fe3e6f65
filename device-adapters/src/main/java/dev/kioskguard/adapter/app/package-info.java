/**
 * The command line of what runs beside the guard: the one place that knows several adapters at once.
 */
@NullMarked
package dev.kioskguard.adapter.app;

import org.jspecify.annotations.NullMarked;
