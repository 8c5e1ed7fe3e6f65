/**
 * The house rules as tests: they see all three modules, so they live in the last one.
 */
@NullMarked
package dev.kioskguard.house;

import org.jspecify.annotations.NullMarked;
