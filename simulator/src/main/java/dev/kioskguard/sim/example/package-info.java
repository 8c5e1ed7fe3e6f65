/**
 * How a bank's own Java application embeds the guard: the smallest one that is whole.
 */
@NullMarked
package dev.kioskguard.sim.example;

import org.jspecify.annotations.NullMarked;
