/**
 * From facts to a tier and named reasons: a table of rules and their sum. Pure.
 */
@NullMarked
package dev.kioskguard.risk;

import org.jspecify.annotations.NullMarked;
