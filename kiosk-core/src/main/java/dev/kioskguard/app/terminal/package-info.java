/**
 * The hardware as the guard works it, where it owns it: a card begins a visit, keys are read, a PIN is keyed unseen.
 */
@NullMarked
package dev.kioskguard.app.terminal;

import org.jspecify.annotations.NullMarked;
