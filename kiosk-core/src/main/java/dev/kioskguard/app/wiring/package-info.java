/**
 * The big things, made once and put together: journal, guard, listeners, devices. The only place that starts threads.
 */
@NullMarked
package dev.kioskguard.app.wiring;

import org.jspecify.annotations.NullMarked;
