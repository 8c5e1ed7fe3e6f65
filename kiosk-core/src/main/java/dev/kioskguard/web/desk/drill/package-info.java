/**
 * The drill at the desk: marked on every screen and in every line, and without a way to the guard or to the figures.
 */
@NullMarked
package dev.kioskguard.web.desk.drill;

import org.jspecify.annotations.NullMarked;
