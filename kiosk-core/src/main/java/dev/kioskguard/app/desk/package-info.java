/**
 * What a desk has wherever it stands: its staff, whoever enrols the first of them, and the address at which phones find
 * it.
 */
@NullMarked
package dev.kioskguard.app.desk;

import org.jspecify.annotations.NullMarked;
